import { Globe } from 'lucide-react';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { CopyButton } from '#ui/CopyButton.tsx';
import styles from './AccessPart.module.css';

export interface AccessPartProps {
  /** Undefined where it opens nothing, or nobody knows. */
  readonly plainUrl: string | undefined;
  /** Why these keys may not change it. */
  readonly denied: string | undefined;
  /** Undefined for what cannot be changed, such as an older version. */
  readonly onChange: (() => void) | undefined;
}

/** The address that opens a public object, and the way to change who may read it. */
export function AccessPart({ plainUrl, denied, onChange }: AccessPartProps) {
  const { t } = useLateText();
  return (
    <div className={styles.part}>
      {plainUrl !== undefined && (
        <>
          <input className={styles.url} readOnly aria-label={t.plainUrl} value={plainUrl} />
          <p className={styles.note}>{t.plainUrlAdvice}</p>
          <CopyButton size="small" label={t.copyPlainUrl} text={plainUrl} />
        </>
      )}
      <Button
        size="small"
        icon={<Globe size={14} />}
        disabled={!onChange || denied !== undefined}
        title={denied}
        onClick={onChange}
      >
        {t.accessChange}
      </Button>
    </div>
  );
}
