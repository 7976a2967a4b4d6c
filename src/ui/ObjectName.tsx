import { useMemo } from 'react';
import { displayName, type NamePiece } from '#text/displayName.ts';
import { useText } from '#text/useText.ts';
import styles from './ObjectName.module.css';
import { splitExtension } from './splitExtension.ts';

export interface ObjectNameProps {
  readonly name: string;
  /** Folders have no extension worth keeping in sight. */
  readonly keepWhole?: boolean;
}

/**
 * A hostile name, drawn safely: text nodes only, isolated from the direction of what surrounds it, invisible
 * characters marked, and its last extension visible however narrow the place is.
 */
export function ObjectName({ name, keepWhole = false }: ObjectNameProps) {
  const { t } = useText();
  const { pieces } = useMemo(() => displayName(name), [name]);
  if (name === '') return <span className={styles.empty}>{t.emptyName}</span>;
  const last = pieces.at(-1);
  const [lastStem, extension] = keepWhole || last === undefined || last.isMark ? ['', ''] : splitExtension(last.text);
  const stem = extension === '' ? pieces : [...pieces.slice(0, -1), { text: lastStem, isMark: false }];
  return (
    <bdi className={styles.name}>
      <span className={styles.stem}>{stem.map(drawPiece)}</span>
      {extension !== '' && <span className={styles.end}>{extension}</span>}
    </bdi>
  );
}

function drawPiece(piece: NamePiece, index: number) {
  return piece.isMark ? (
    <span key={index} className={styles.mark}>
      {piece.text}
    </span>
  ) : (
    piece.text
  );
}
