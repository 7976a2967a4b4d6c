import { useId } from 'react';
import type { ShareLinkRequest } from '#links/ShareLink.ts';
import { sharing as en } from '#text/en/sharing.ts';
import { sharing as zh } from '#text/zh/sharing.ts';
import { useTopic } from '#text/useTopic.ts';
import styles from './ShareDialog.module.css';

type Disposition = ShareLinkRequest['disposition'];

export interface OpensFieldProps {
  readonly value: Disposition;
  readonly onChange: (value: Disposition) => void;
}

/** Saved or shown. COS's default domains always save; a domain of one's own may show. */
export function OpensField({ value, onChange }: OpensFieldProps) {
  const words = useTopic({ en, zh });
  const id = useId();
  const choices: readonly (readonly [Disposition, string])[] = [
    ['attachment', words.shareAttachment],
    ['inline', words.shareInline],
  ];
  return (
    <fieldset className={styles.group}>
      <legend>{words.shareOpens}</legend>
      <div className={styles.choices}>
        {choices.map(([disposition, label]) => (
          <label key={disposition} className={styles.choice}>
            <input type="radio" name={id} checked={value === disposition} onChange={() => onChange(disposition)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
