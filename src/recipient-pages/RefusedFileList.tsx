import { useText } from '#text/useText.ts';
import { uploadRequest as en } from '#text/en/uploadRequest.ts';
import { useTopic } from '#text/useTopic.ts';
import { uploadRequest as zh } from '#text/zh/uploadRequest.ts';
import { Button } from '#ui/Button.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import { contentTypeText } from './contentTypeText.ts';
import type { Unsendable } from './judgeOffered.ts';
import type { RefusedFile } from './takeOffered.ts';
import styles from './UploadRequestPage.module.css';

export interface RefusedFileListProps {
  /** One per path. */
  readonly files: readonly RefusedFile[];
  readonly maxBytes: number;
  readonly contentType: string;
  readonly onDismiss: () => void;
}

/** As many as one reads. */
const SHOWN = 20;

/** What was not sent, and why, before anything of it left. */
export function RefusedFileList({ files, maxBytes, contentType, onDismiss }: RefusedFileListProps) {
  const { formats, language } = useText();
  const words = useTopic({ en, zh });

  /** To the byte where rounding would make it no more than the limit. */
  function excessive(sizeBytes: number): string {
    const rounded = formats.bytes(sizeBytes);
    return rounded === formats.bytes(maxBytes) ? words.exactBytes(formats.number(sizeBytes)) : rounded;
  }

  function reason(because: Unsendable): string {
    switch (because.why) {
      case 'tooLargeForForm':
        return words.tooLargeForForm(formats.bytes(because.sizeBytes));
      case 'tooLarge':
        return words.tooLarge(excessive(because.sizeBytes), formats.bytes(maxBytes));
      case 'wrongType':
        return words.wrongType(because.type, contentTypeText(contentType, language));
      case 'unreadable':
        return words.unreadable;
      case 'cannotCarry':
      default:
        return words.cannotCarry;
    }
  }

  return (
    <section className={styles.refused} aria-label={words.notSent(files.length)}>
      <h2>{words.notSent(files.length)}</h2>
      <ul>
        {files.slice(0, SHOWN).map(({ path, because }) => (
          <li key={path}>
            <strong>
              <ObjectName name={path} />
            </strong>
            <span>{reason(because)}</span>
          </li>
        ))}
      </ul>
      {files.length > SHOWN && <p>{words.andMore(files.length - SHOWN)}</p>}
      <Button size="small" onClick={onDismiss}>
        {words.dismiss}
      </Button>
    </section>
  );
}
