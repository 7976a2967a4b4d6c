import { failureGroups as en } from '#text/en/failureGroups.ts';
import { failureGroups as zh } from '#text/zh/failureGroups.ts';
import { useTopic } from '#text/useTopic.ts';
import { useText } from '#text/useText.ts';
import type { FailureGroup } from '#transfers/createFailureGroups.ts';
import type { TransferId } from '#transfers/TransferState.ts';
import { Button } from '#ui/Button.tsx';
import { FailureDetails } from '#ui/FailureDetails.tsx';
import styles from './FailureGroupList.module.css';
import { groupTitle } from './groupTitle.ts';
import { isChange } from './isChange.ts';
import type { TransferCommands } from './TransferCommands.ts';

export interface FailureGroupRowProps {
  readonly group: FailureGroup;
  readonly commands: TransferCommands;
  /** The list below shows only these. */
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
}

/** Transfers that stopped for one reason: how many, why, and the buttons that fix them all. */
export function FailureGroupRow({ group, commands, isShown, onShow }: FailureGroupRowProps) {
  const text = useText();
  const { t } = text;
  const words = useTopic({ en, zh });
  const { failure, kind, resumable } = group;
  const { code } = failure;
  const title = groupTitle(group, words, text);
  const signInUrl = failure.facts?.signInUrl;
  const isTaken = code === 'FileAlreadyExists';
  const hasChanged = kind === 'question' && isChange(failure);

  const all = (act: (id: TransferId) => void) => () =>
    commands.batch(() => {
      // Those that go on leave the list, so it is copied once, here.
      for (const id of group.ids.slice()) act(id);
    });

  return (
    <li className={styles.group} aria-label={title}>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <p className={styles.advice}>{text.failure(failure).advice}</p>
      </div>
      <FailureDetails failure={failure}>
        {signInUrl !== undefined && (
          <a href={signInUrl} target="_blank" rel="noopener noreferrer">
            {t.signInAgain}
          </a>
        )}
        {isTaken && (
          <>
            <Button
              size="small"
              aria-label={words.replaceAllOf(title)}
              onClick={all((id) => commands.retry(id, { onExisting: 'replace' }))}
            >
              {words.replaceAll}
            </Button>
            <Button
              size="small"
              aria-label={words.keepBothAllOf(title)}
              onClick={all((id) => commands.retry(id, { onExisting: 'keep-both' }))}
            >
              {words.keepBothAll}
            </Button>
          </>
        )}
        {/* A file that changed on disk has to be opened anew, one by one: its row does that. */}
        {hasChanged && code !== 'FileChanged' && (
          <Button size="small" aria-label={words.startOverAllOf(title)} onClick={all((id) => commands.startOver(id))}>
            {words.startOverAll}
          </Button>
        )}
        {kind === 'question' && !hasChanged && (
          <Button size="small" look="primary" aria-label={words.resumeTheseOf(title)} onClick={all(commands.resume)}>
            {words.resumeThese}
          </Button>
        )}
        {kind === 'waiting' && (
          <Button
            size="small"
            look={signInUrl === undefined ? 'primary' : 'secondary'}
            aria-label={words.goOnAllOf(title)}
            onClick={commands.tryNow}
          >
            {words.goOnAll}
          </Button>
        )}
        {kind === 'failed' && resumable && !isTaken && (
          <Button
            size="small"
            look="primary"
            aria-label={words.retryAllOf(title)}
            onClick={all((id) => commands.retry(id))}
          >
            {words.retryAll}
          </Button>
        )}
        {(isTaken || hasChanged || !resumable) && (
          <Button size="small" aria-label={words.skipAllOf(title)} onClick={all(commands.skip)}>
            {words.skipAll}
          </Button>
        )}
        <Button
          size="small"
          look="quiet"
          aria-label={words.showTheseOf(title)}
          aria-pressed={isShown}
          onClick={() => onShow(!isShown)}
        >
          {words.showThese}
        </Button>
      </FailureDetails>
    </li>
  );
}
