import { displayName } from '#text/displayName.ts';
import { useLateText } from '#text/useLateText.ts';
import { ObjectName } from '#ui/ObjectName.tsx';
import { useMatches } from '#ui/useMatches.ts';
import type { Conflict, ConflictSide } from './Conflict.ts';
import styles from './ConflictList.module.css';
import { contentsText } from './contentsText.ts';
import { OptionList } from './OptionList.tsx';

export interface ConflictListProps {
  readonly conflicts: readonly Conflict[];
  /** The one that is asked about. */
  readonly index: number;
  readonly onChoose: (id: string) => void;
}

/** The taken names with both sides of each; arrows walk. */
export function ConflictList({ conflicts, index, onChoose }: ConflictListProps) {
  const { t, formats } = useLateText();
  // A phone has room for the sizes; the times stand below, with the question.
  const isNarrow = useMatches('(max-width: 520px)');
  const side = ({ sizeBytes, lastModified }: ConflictSide): string =>
    isNarrow ? formats.bytes(sizeBytes) : `${formats.bytes(sizeBytes)}, ${formats.dateTime(lastModified)}`;
  return (
    <OptionList
      label={t.conflictList}
      count={conflicts.length}
      index={index}
      onChoose={(chosen) => onChoose(conflicts[chosen]?.id ?? '')}
      render={(at) => {
        const conflict = conflicts[at];
        if (!conflict) return null;
        const { existing, incoming } = conflict;
        return (
          <span className={styles.row}>
            <span className={styles.name}>
              <ObjectName name={conflict.name} />
            </span>{' '}
            <span className={styles.state} data-contents={conflict.contents}>
              {contentsText(conflict, t)}
            </span>{' '}
            <span className={styles.sides}>
              {side(existing)} <span className={styles.arrow}>→</span> {side(incoming)}
            </span>
          </span>
        );
      }}
      nameOf={(at) => {
        const conflict = conflicts[at];
        if (!conflict) return '';
        const sides = `${side(conflict.existing)} → ${side(conflict.incoming)}`;
        return `${displayName(conflict.name).text}, ${contentsText(conflict, t)}, ${sides}`;
      }}
    />
  );
}
