/* oxlint-disable react/no-array-index-key -- the parts of a text that is shown: their order is their identity */
import { WrapText } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { CopyButton } from '#ui/CopyButton.tsx';
import { revealHidden } from '#viewers/revealHidden.ts';
import { textBlocks } from '#viewers/textBlocks.ts';
import type { TextPreview } from './Preview.ts';
import { ScrollRoom } from './ScrollRoom.tsx';
import styles from './TextView.module.css';

export interface TextViewProps {
  readonly preview: TextPreview;
  /** Said above the text: why it is not shown in a nicer way. */
  readonly note?: string;
}

/** A text as it is, every hidden character made visible. Numbered lines, or wrapped ones. */
export function TextView({ preview, note }: TextViewProps) {
  const { t } = useLateText();
  const { text, flavour } = preview;
  const [isWrapped, setIsWrapped] = useState(flavour === 'plain' || flavour === 'markdown');
  const blocks = useMemo(
    () =>
      textBlocks(text).map(({ firstLine, lineCount, text: lines }) => ({
        firstLine,
        lineCount,
        pieces: revealHidden(lines),
      })),
    [text],
  );
  const hasHidden = blocks.some(({ pieces }) => pieces.length > 1);
  const digits = String((blocks.at(-1)?.firstLine ?? 1) + (blocks.at(-1)?.lineCount ?? 1)).length;
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <span className={styles.facts}>{note ?? (hasHidden ? t.hasHiddenCharacters : '')}</span>
        <Button
          size="small"
          look="quiet"
          icon={<WrapText size={15} />}
          aria-pressed={isWrapped}
          onClick={() => setIsWrapped(!isWrapped)}
        >
          {t.wrapLines}
        </Button>
        <CopyButton size="small" look="quiet" label={t.copyText} text={text} />
      </div>
      <ScrollRoom className={styles.text} data-wrapped={isWrapped || undefined} aria-label={t.textContents}>
        {blocks.map(({ firstLine, lineCount, pieces }) => (
          <div key={firstLine} className={styles.block}>
            {!isWrapped && (
              <pre className={styles.numbers} style={{ width: `${digits + 2}ch` }} aria-hidden>
                {Array.from({ length: lineCount }, (_, line) => firstLine + line).join('\n')}
              </pre>
            )}
            <pre className={styles.lines}>
              {pieces.map((piece, index) =>
                piece.isMark ? (
                  <span key={index} className={styles.mark}>
                    {piece.text}
                  </span>
                ) : (
                  piece.text
                ),
              )}
            </pre>
          </div>
        ))}
      </ScrollRoom>
    </div>
  );
}
