import { useEffect, useState } from 'react';
import { toFailure, type Failure } from '#lib/Failure.ts';
import type { CheckedLink } from '#links/createCheckedLink.ts';
import { isAppPackage, type LinkOrigin } from '#links/linkOrigins.ts';
import { displayName } from '#text/displayName.ts';
import { sharing as en } from '#text/en/sharing.ts';
import { sharing as zh } from '#text/zh/sharing.ts';
import { useTopic } from '#text/useTopic.ts';
import { useText } from '#text/useText.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { LifeField } from './LifeField.tsx';
import { DEFAULT_LIFE_SECONDS } from './lifeChoices.ts';
import { MoreOptions } from './MoreOptions.tsx';
import { OpensField } from './OpensField.tsx';
import { parseLinkDraft, type LinkDraft, type LinkWish } from './parseLinkDraft.ts';
import styles from './ShareDialog.module.css';
import { ShareResult } from './ShareResult.tsx';
import { useSettled } from './useSettled.ts';

export interface ShareDialogProps {
  /** The object's last name part. */
  readonly name: string;
  /** Addresses a link may begin with; the first is preferred. */
  readonly origins: readonly LinkOrigin[];
  readonly createLink: (wish: LinkWish & { readonly lifeSeconds: number }, signal: AbortSignal) => Promise<CheckedLink>;
  /** Milliseconds since 1970 by the bucket's clock: the countdown follows the one who ends the link. */
  readonly now: () => number;
  /** A link was copied, shared or shown as a code. */
  readonly onMade?: (link: CheckedLink) => void;
  readonly onClose: () => void;
}

type Outcome = { readonly link: CheckedLink } | { readonly failure: Failure } | undefined;

/** Typing is over after this pause: every change is a new link. */
const TYPING_MS = 600;

/**
 * Makes a presigned link and tells the truth about it. There is no button to make it: the link always matches the
 * choices above it, and a changed choice makes a new one.
 */
export function ShareDialog({ name, origins, createLink, now, onMade, onClose }: ShareDialogProps) {
  const { t } = useText();
  const words = useTopic({ en, zh });
  const [lifeSeconds, setLifeSeconds] = useState<number | undefined>(DEFAULT_LIFE_SECONDS);
  const [draft, setDraft] = useState<LinkDraft>({
    disposition: 'attachment',
    fileName: '',
    contentType: '',
    limit: '',
    origin: origins[0]?.origin ?? '',
  });
  const [attempt, setAttempt] = useState(0);
  const [outcome, setOutcome] = useState<Outcome>();
  const shownName = displayName(name).text || t.emptyName;
  const parsed = parseLinkDraft(draft, name);
  const isTyped = useSettled(draft, typedPart, TYPING_MS) !== undefined;
  const wish = 'wish' in parsed && isTyped && lifeSeconds !== undefined ? { ...parsed.wish, lifeSeconds } : undefined;
  const wanted = wish && JSON.stringify(wish);

  useEffect(() => {
    setOutcome(undefined);
    if (wish === undefined) return undefined;
    const controller = new AbortController();
    createLink(wish, controller.signal).then(
      (link) => !controller.signal.aborted && setOutcome({ link }),
      (error: unknown) => !controller.signal.aborted && setOutcome({ failure: toFailure(error) }),
    );
    return () => controller.abort();
    // The dialog is mounted for one object, so `createLink` means the same for as long as it lives.
    // oxlint-disable-next-line react/exhaustive-deps -- `wanted` stands for the wish; a new question is a new component
  }, [wanted, attempt]);

  const isMaking = outcome === undefined && wish !== undefined;
  const isDefault = origins.find(({ origin }) => origin === draft.origin)?.isDefault === true;
  return (
    <Dialog title={words.shareTitle(shownName)} onClose={onClose}>
      <LifeField onChange={setLifeSeconds} />
      <OpensField value={draft.disposition} onChange={(disposition) => setDraft({ ...draft, disposition })} />
      <MoreOptions
        {...{ name, draft, origins }}
        problems={'problems' in parsed ? parsed.problems : undefined}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      <div className={styles.result} aria-busy={isMaking}>
        {isMaking && <p>{words.makingLink}…</p>}
        {outcome !== undefined && 'failure' in outcome && (
          <FailureNotice failure={outcome.failure} onRetry={() => setAttempt(attempt + 1)} />
        )}
        {wish !== undefined && outcome !== undefined && 'link' in outcome && (
          <ShareResult
            name={shownName}
            fileName={wish.fileName}
            link={outcome.link}
            now={now}
            mayDownloadInstead={isDefault && (wish.disposition === 'inline' || isAppPackage(name))}
            hasOwnDomain={origins.some((origin) => !origin.isDefault)}
            onHandedOut={() => onMade?.(outcome.link)}
          />
        )}
      </div>
    </Dialog>
  );
}

/** Choices count at once. */
const typedPart = ({ fileName, contentType, limit }: LinkDraft): string =>
  JSON.stringify([fileName, contentType, limit]);
