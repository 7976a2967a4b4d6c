import type { Operation } from '#operations/OperationState.ts';
import { useText } from '#text/useText.ts';
import type { OperationCommands } from './OperationCommands.ts';
import styles from './OperationList.module.css';
import { OperationRow } from './OperationRow.tsx';
import type { Wanted } from './useWanted.ts';

export interface OperationListProps {
  readonly operations: readonly Operation[];
  readonly commands: OperationCommands;
  readonly wanted: Wanted | undefined;
}

/** Work that the server does: a row each, above the transfers. They are few, so all of them are in the page. */
export function OperationList({ operations, commands, wanted }: OperationListProps) {
  const { t } = useText();
  return (
    <ul className={styles.list} aria-label={t.operationList}>
      {operations.map((operation) => (
        <OperationRow key={operation.id} operation={operation} commands={commands} wanted={wanted} />
      ))}
    </ul>
  );
}
