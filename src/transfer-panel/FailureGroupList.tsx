import { failureGroups as en } from '#text/en/failureGroups.ts';
import { failureGroups as zh } from '#text/zh/failureGroups.ts';
import { useTopic } from '#text/useTopic.ts';
import type { FailureGroup } from '#transfers/createFailureGroups.ts';
import styles from './FailureGroupList.module.css';
import { FailureGroupRow } from './FailureGroupRow.tsx';
import type { TransferCommands } from './TransferCommands.ts';

export interface FailureGroupListProps {
  readonly groups: readonly FailureGroup[];
  readonly commands: TransferCommands;
  readonly shownCause: string | undefined;
  readonly onShow: (cause: string | undefined) => void;
}

/** Everything that stopped, one line per cause: nobody fixes 37 rows one by one. */
export function FailureGroupList({ groups, commands, shownCause, onShow }: FailureGroupListProps) {
  const words = useTopic({ en, zh });
  return (
    <ul className={styles.groups} aria-label={words.failureGroups}>
      {groups.map((group) => (
        <FailureGroupRow
          key={group.cause}
          group={group}
          commands={commands}
          isShown={group.cause === shownCause}
          onShow={(isShown) => onShow(isShown ? group.cause : undefined)}
        />
      ))}
    </ul>
  );
}
