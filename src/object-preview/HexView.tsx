import { useLateText } from '#text/useLateText.ts';
import { hexRows } from '#viewers/hexRows.ts';
import { ScrollRoom } from './ScrollRoom.tsx';
import styles from './HexView.module.css';

export interface HexViewProps {
  readonly format: string | undefined;
  readonly first: Uint8Array;
}

/** The first bytes of something that has no view. */
export function HexView({ format, first }: HexViewProps) {
  const { t, formats } = useLateText();
  return (
    <div className={styles.view}>
      <p className={styles.note}>
        {format === undefined ? t.noView : t.noViewFor(format)} {t.firstBytes(formats.bytes(first.length))}
      </p>
      <ScrollRoom className={styles.bytes} aria-label={t.byteContents}>
        <pre>
          {hexRows(first)
            .map(({ offset, hex, ascii }) => `${offset}  ${hex.padEnd(47)}  ${ascii}`)
            .join('\n')}
        </pre>
      </ScrollRoom>
    </div>
  );
}
