import { useEffect, useState } from 'react';
import { toFailure, type Failure } from '#lib/Failure.ts';
import type { ShareLink, ShareLinkRequest } from '#links/ShareLink.ts';
import { displayName } from '#text/displayName.ts';
import { sharing as en } from '#text/en/sharing.ts';
import { sharing as zh } from '#text/zh/sharing.ts';
import { useTopic } from '#text/useTopic.ts';
import { useText } from '#text/useText.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { LifeField } from './LifeField.tsx';
import { DEFAULT_LIFE_SECONDS } from './lifeChoices.ts';
import { OpensField } from './OpensField.tsx';
import styles from './ShareDialog.module.css';
import { ShareResult } from './ShareResult.tsx';

export interface ShareDialogProps {
  /** The object's last name part. */
  readonly name: string;
  readonly createLink: (
    wish: Pick<ShareLinkRequest, 'lifeSeconds' | 'disposition'>,
    signal: AbortSignal,
  ) => Promise<ShareLink>;
  /** Milliseconds since 1970 by the bucket's clock: the countdown follows the one who ends the link. */
  readonly now: () => number;
  readonly onClose: () => void;
}

type Outcome = { readonly link: ShareLink } | { readonly failure: Failure } | undefined;

/**
 * Makes a presigned link and tells the truth about it. There is no button to make it: the link always matches the
 * choices above it, and a changed choice makes a new one.
 */
export function ShareDialog({ name, createLink, now, onClose }: ShareDialogProps) {
  const { t } = useText();
  const words = useTopic({ en, zh });
  const [lifeSeconds, setLifeSeconds] = useState<number | undefined>(DEFAULT_LIFE_SECONDS);
  const [disposition, setDisposition] = useState<ShareLinkRequest['disposition']>('attachment');
  const [attempt, setAttempt] = useState(0);
  const [outcome, setOutcome] = useState<Outcome>();
  const shownName = displayName(name).text || t.emptyName;

  useEffect(() => {
    setOutcome(undefined);
    if (lifeSeconds === undefined) return undefined;
    const controller = new AbortController();
    createLink({ lifeSeconds, disposition }, controller.signal).then(
      (link) => !controller.signal.aborted && setOutcome({ link }),
      (error: unknown) => !controller.signal.aborted && setOutcome({ failure: toFailure(error) }),
    );
    return () => controller.abort();
    // The dialog is mounted for one object, so `createLink` means the same for as long as it lives.
    // oxlint-disable-next-line react/exhaustive-deps -- mounted once per question: a new one is a new component
  }, [lifeSeconds, disposition, attempt]);

  return (
    <Dialog title={words.shareTitle(shownName)} onClose={onClose}>
      <LifeField onChange={setLifeSeconds} />
      <OpensField value={disposition} onChange={setDisposition} />
      <div className={styles.result} aria-busy={outcome === undefined && lifeSeconds !== undefined}>
        {outcome === undefined && lifeSeconds !== undefined && <p>{words.makingLink}…</p>}
        {outcome !== undefined && 'failure' in outcome && (
          <FailureNotice failure={outcome.failure} onRetry={() => setAttempt(attempt + 1)} />
        )}
        {lifeSeconds !== undefined && outcome !== undefined && 'link' in outcome && (
          <ShareResult name={shownName} link={outcome.link} now={now} />
        )}
      </div>
    </Dialog>
  );
}
