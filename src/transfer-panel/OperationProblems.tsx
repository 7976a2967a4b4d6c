import type { Operation } from '#operations/OperationState.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { FailureDetails } from '#ui/FailureDetails.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import type { OperationCommands } from './OperationCommands.ts';
import listStyles from './OperationList.module.css';
import styles from './TransferRow.module.css';

export interface OperationProblemsProps {
  readonly operation: Operation;
  readonly commands: OperationCommands;
}

/** What an operation could not do, object by object, and the decisions that only the person can take. */
export function OperationProblems({ operation, commands }: OperationProblemsProps) {
  const text = useText();
  const { t } = text;
  const { id, state, problems } = operation;
  if (state.status === 'completed' && state.counts.kept > 0) {
    return (
      <div className={styles.more}>
        {state.counts.kept > state.counts.retold && <p>{t.keptAdvice}</p>}
        {state.counts.retold > 0 && <p>{t.retoldAdvice}</p>}
        <Button size="small" look="danger" onClick={() => commands.deleteKept(id)}>
          {t.deleteOriginals}
        </Button>
      </div>
    );
  }
  if (state.status !== 'failed') return null;
  const isArchived = problems.some(({ failure }) => failure.code === 'InvalidObjectState');
  return (
    <div className={styles.more}>
      <p>{text.failure(state.failure).advice}</p>
      <FailureDetails failure={state.failure}>
        {isArchived && (
          <Button size="small" onClick={() => commands.restoreArchived(id)}>
            {t.restoreFromArchive}
          </Button>
        )}
      </FailureDetails>
      {problems.length > 0 && (
        <details>
          <summary>{t.showProblems(state.counts.failed)}</summary>
          <ul className={listStyles.problems}>
            {problems.map(({ key, failure }) => (
              <li key={key}>
                <ObjectName name={key} />: {text.failure(failure).title}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
