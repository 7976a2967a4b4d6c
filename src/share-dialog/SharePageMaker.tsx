import { useEffect, useState } from 'react';
import { isAbortError, toFailure, type Failure } from '#lib/Failure.ts';
import type { MadeShare } from '#links/makeShare.ts';
import { linkLists as enLists } from '#text/en/linkLists.ts';
import { sharePages as en } from '#text/en/sharePages.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { linkLists as zhLists } from '#text/zh/linkLists.ts';
import { sharePages as zh } from '#text/zh/sharePages.ts';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import type { LinksProgress } from './LinksProgress.ts';
import styles from './ShareDialog.module.css';
import { SharePageResult } from './SharePageResult.tsx';

export interface SharePageMakerProps {
  readonly lifeSeconds: number;
  readonly createPage: (
    lifeSeconds: number,
    onProgress: (progress: LinksProgress) => void,
    signal: AbortSignal,
  ) => Promise<MadeShare>;
  /** Milliseconds since 1970 by the bucket's clock. */
  readonly now: () => number;
  readonly onHandedOut: (page: MadeShare) => void;
}

type Outcome = { readonly page: MadeShare } | { readonly failure: Failure } | undefined;

/** Makes the link to a share page, and tells the truth about it. A changed life makes another. */
export function SharePageMaker({ lifeSeconds, createPage, now, onHandedOut }: SharePageMakerProps) {
  const { formats } = useText();
  const words = useTopic({ en, zh });
  const listWords = useTopic({ en: enLists, zh: zhLists });
  const [attempt, setAttempt] = useState(0);
  const [{ found, made }, setProgress] = useState<LinksProgress>({ found: 0, made: 0 });
  const [outcome, setOutcome] = useState<Outcome>();

  useEffect(() => {
    setOutcome(undefined);
    const controller = new AbortController();
    const { signal } = controller;
    createPage(lifeSeconds, (progress) => !signal.aborted && setProgress(progress), signal).then(
      (page) => !signal.aborted && setOutcome({ page }),
      (error: unknown) => !signal.aborted && !isAbortError(error) && setOutcome({ failure: toFailure(error) }),
    );
    return () => controller.abort();
    // oxlint-disable-next-line react/exhaustive-deps -- mounted once per question: a new one is a new component
  }, [lifeSeconds, attempt]);

  if (outcome === undefined) {
    const said = made === 0 ? listWords.finding(found) : listWords.making(formats.number(made), formats.number(found));
    return (
      <div className={styles.result} aria-busy>
        <p>{said}</p>
        <ProgressBar label={listWords.progress} fraction={found === 0 ? 0 : made / found} valueText={said} />
      </div>
    );
  }
  if ('page' in outcome) {
    const { page } = outcome;
    return <SharePageResult {...{ page, now }} onHandedOut={() => onHandedOut(page)} />;
  }
  const { failure } = outcome;
  const empty: Readonly<Record<string, string>> = { ShareEmpty: words.pageEmpty, ShareTooMany: words.pageTooMany };
  const told = empty[failure.code];
  return (
    <div className={styles.result}>
      {told === undefined ? <FailureNotice failure={failure} onRetry={() => setAttempt(attempt + 1)} /> : <p>{told}</p>}
    </div>
  );
}
