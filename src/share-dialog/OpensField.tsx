import { useId } from 'react';
import type { ShareLinkRequest } from '#links/ShareLink.ts';
import { useText } from '#text/useText.ts';
import styles from './ShareDialog.module.css';

type Disposition = ShareLinkRequest['disposition'];

export interface OpensFieldProps {
  readonly value: Disposition;
  readonly onChange: (value: Disposition) => void;
}

/** Saved or shown. COS's default domains always save; a domain of one's own may show. */
export function OpensField({ value, onChange }: OpensFieldProps) {
  const { t } = useText();
  const id = useId();
  const choices: readonly (readonly [Disposition, string])[] = [
    ['attachment', t.shareAttachment],
    ['inline', t.shareInline],
  ];
  return (
    <fieldset className={styles.group}>
      <legend>{t.shareOpens}</legend>
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
