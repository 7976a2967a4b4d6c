import { useText } from '#text/useText.ts';
import { hexRows } from '#viewers/hexRows.ts';
import styles from './HexView.module.css';

export interface HexViewProps {
  readonly format: string | undefined;
  readonly first: Uint8Array;
}

/** The first bytes of something that has no view. */
export function HexView({ format, first }: HexViewProps) {
  const { t, formats } = useText();
  return (
    <div className={styles.view}>
      <p className={styles.note}>
        {format === undefined ? t.noView : t.noViewFor(format)} {t.firstBytes(formats.bytes(first.length))}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard */}
      <div className={styles.bytes} role="group" aria-label={t.byteContents} tabIndex={0}>
        <pre>
          {hexRows(first)
            .map(({ offset, hex, ascii }) => `${offset}  ${hex.padEnd(47)}  ${ascii}`)
            .join('\n')}
        </pre>
      </div>
    </div>
  );
}
