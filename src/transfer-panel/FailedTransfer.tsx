import type { Failure } from '#lib/Failure.ts';
import { useLateText } from '#text/useLateText.ts';
import type { TransferId } from '#transfers/TransferState.ts';
import { Button } from '#ui/Button.tsx';
import { FailureDetails } from '#ui/FailureDetails.tsx';
import type { TransferCommands } from './TransferCommands.ts';
import { isChange } from './isChange.ts';
import { startAfresh } from './startAfresh.ts';
import styles from './TransferRow.module.css';

export interface FailedTransferProps {
  readonly id: TransferId;
  /** As it is shown. */
  readonly name: string;
  readonly failure: Failure;
  readonly commands: TransferCommands;
}

/** Why it stopped, what to do, and the buttons that do it. A name that is taken offers the three choices. */
export function FailedTransfer({ id, name, failure, commands }: FailedTransferProps) {
  const text = useLateText();
  const { t } = text;
  const signInUrl = failure.facts?.signInUrl;
  const startOver = (): void => {
    // What the browser holds is the file as it was, which it refuses to read.
    if (failure.code === 'FileChanged') void startAfresh(commands, id);
    else commands.startOver(id);
  };
  return (
    <div className={styles.more}>
      <p>{text.failure(failure).advice}</p>
      <FailureDetails failure={failure}>
        {signInUrl !== undefined && (
          <a href={signInUrl} target="_blank" rel="noopener noreferrer">
            {t.signInAgain}
          </a>
        )}
        {failure.code === 'InvalidObjectState' && commands.restoreArchived !== undefined && (
          <Button size="small" aria-label={t.restoreOne(name)} onClick={() => commands.restoreArchived?.(id)}>
            {t.restoreFromArchive}
          </Button>
        )}
        {failure.code === 'FileAlreadyExists' && (
          <>
            <Button
              size="small"
              aria-label={t.replaceOne(name)}
              onClick={() => commands.retry(id, { onExisting: 'replace' })}
            >
              {t.replace}
            </Button>
            <Button
              size="small"
              aria-label={t.keepBothOne(name)}
              onClick={() => commands.retry(id, { onExisting: 'keep-both' })}
            >
              {t.keepBoth}
            </Button>
            <Button size="small" aria-label={t.skipOne(name)} onClick={() => commands.skip(id)}>
              {t.skip}
            </Button>
          </>
        )}
        {isChange(failure) && (
          <>
            <Button size="small" aria-label={t.startOverOne(name)} onClick={startOver}>
              {t.startOver}
            </Button>
            <Button size="small" aria-label={t.skipOne(name)} onClick={() => commands.skip(id)}>
              {t.skip}
            </Button>
          </>
        )}
      </FailureDetails>
    </div>
  );
}
