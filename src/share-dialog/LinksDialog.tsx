import { useEffect, useState } from 'react';
import { isAbortError, toFailure, type Failure } from '#lib/Failure.ts';
import type { MadeShare } from '#links/makeShare.ts';
import type { CheckedLinks } from '#links/mintCheckedLinks.ts';
import type { ShareLinkRequest } from '#links/ShareLink.ts';
import { linkLists as en } from '#text/en/linkLists.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { linkLists as zh } from '#text/zh/linkLists.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { LifeField } from './LifeField.tsx';
import { DEFAULT_LIFE_SECONDS } from './lifeChoices.ts';
import { LinkListResult } from './LinkListResult.tsx';
import type { LinksProgress } from './LinksProgress.ts';
import { OpensField } from './OpensField.tsx';
import styles from './ShareDialog.module.css';
import { SharePageChoice, type HandOut } from './SharePageChoice.tsx';
import { SharePageMaker, type SharePageMakerProps } from './SharePageMaker.tsx';

export interface LinksWish {
  readonly lifeSeconds: number;
  readonly disposition: ShareLinkRequest['disposition'];
}

export interface LinksDialogProps {
  /** Rows chosen. */
  readonly count: number;
  /** What the list is called when it is saved. */
  readonly place: string;
  /** What all keys begin with. */
  readonly prefix: string;
  readonly createLinks: (
    wish: LinksWish,
    onProgress: (progress: LinksProgress) => void,
    signal: AbortSignal,
  ) => Promise<CheckedLinks>;
  readonly createPage: SharePageMakerProps['createPage'];
  /** Milliseconds since 1970 by the bucket's clock. */
  readonly now: () => number;
  /** The links were copied or saved. */
  readonly onMade?: (links: CheckedLinks) => void;
  /** The address of the page was copied, or shown as a code. */
  readonly onPageMade: (page: MadeShare) => void;
  readonly onClose: () => void;
}

type Outcome = { readonly links: CheckedLinks } | { readonly failure: Failure } | undefined;

/** A link to each of many objects, as a list to copy or save. They always match the choices above them. */
export function LinksDialog({
  count,
  place,
  prefix,
  createLinks,
  createPage,
  now,
  onMade,
  onPageMade,
  onClose,
}: LinksDialogProps) {
  const { formats } = useText();
  const words = useTopic({ en, zh });
  const [lifeSeconds, setLifeSeconds] = useState<number | undefined>(DEFAULT_LIFE_SECONDS);
  const [disposition, setDisposition] = useState<ShareLinkRequest['disposition']>('attachment');
  const [handOut, setHandOut] = useState<HandOut>('list');
  const [attempt, setAttempt] = useState(0);
  const [progress, setProgress] = useState<LinksProgress>({ found: 0, made: 0 });
  const [outcome, setOutcome] = useState<Outcome>();

  useEffect(() => {
    setOutcome(undefined);
    setProgress({ found: 0, made: 0 });
    if (lifeSeconds === undefined || handOut === 'page') return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    createLinks({ lifeSeconds, disposition }, (now) => !signal.aborted && setProgress(now), signal).then(
      (links) => !signal.aborted && setOutcome({ links }),
      (error: unknown) => !signal.aborted && !isAbortError(error) && setOutcome({ failure: toFailure(error) }),
    );
    return () => controller.abort();
    // oxlint-disable-next-line react/exhaustive-deps -- mounted once per question: a new one is a new component
  }, [lifeSeconds, disposition, handOut, attempt]);

  const isMaking = outcome === undefined && lifeSeconds !== undefined;
  const { found, made } = progress;
  const said = made === 0 ? words.finding(found) : words.making(formats.number(made), formats.number(found));
  return (
    <Dialog title={words.linksTitle(count)} onClose={onClose}>
      <SharePageChoice value={handOut} onChange={setHandOut} />
      <LifeField onChange={setLifeSeconds} />
      {handOut === 'page' && lifeSeconds !== undefined && (
        <SharePageMaker {...{ lifeSeconds, createPage, now }} onHandedOut={onPageMade} />
      )}
      {handOut === 'list' && (
        <>
          <OpensField value={disposition} onChange={setDisposition} />
          <div className={styles.result} aria-busy={isMaking}>
            {isMaking && (
              <>
                <p>{said}</p>
                <ProgressBar label={words.progress} fraction={found === 0 ? 0 : made / found} valueText={said} />
              </>
            )}
            {outcome !== undefined && 'failure' in outcome && (
              <FailureNotice failure={outcome.failure} onRetry={() => setAttempt(attempt + 1)} />
            )}
            {lifeSeconds !== undefined && outcome !== undefined && 'links' in outcome && (
              <LinkListResult
                {...{ place, prefix, now }}
                links={outcome.links}
                onHandedOut={() => onMade?.(outcome.links)}
              />
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}
