import type { Operation } from '#operations/OperationState.ts';
import { useText } from '#text/useText.ts';
import type { OperationCommands } from './OperationCommands.ts';
import styles from './OperationList.module.css';
import { OperationRow } from './OperationRow.tsx';

export interface OperationListProps {
  readonly operations: readonly Operation[];
  readonly commands: OperationCommands;
}

/** Work that the server does: a row each, above the transfers. They are few, so all of them are in the page. */
export function OperationList({ operations, commands }: OperationListProps) {
  const { t } = useText();
  return (
    <ul className={styles.list} aria-label={t.operationList}>
      {operations.map((operation) => (
        <OperationRow key={operation.id} operation={operation} commands={commands} />
      ))}
    </ul>
  );
}
