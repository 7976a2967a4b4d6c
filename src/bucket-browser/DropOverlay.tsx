import { clsx } from 'clsx';
import { Ban, Upload } from 'lucide-react';
import { baseName, type Prefix } from '#cos/objectKey.ts';
import { useText } from '#text/useText.ts';
import { ObjectName } from '#ui/ObjectName.tsx';
import styles from './DropOverlay.module.css';

export interface DropOverlayProps {
  readonly prefix: Prefix;
  readonly rootPrefix: Prefix;
  readonly rootLabel: string;
  /** Why nothing can be dropped here. */
  readonly refusal: string | undefined;
}

/** While files hover: where they would go, or why not. It never catches the pointer. */
export function DropOverlay({ prefix, rootPrefix, rootLabel, refusal }: DropOverlayProps) {
  const { t } = useText();
  return (
    <div className={clsx(styles.overlay, refusal !== undefined && styles.refused)}>
      <span className={styles.label}>
        {refusal === undefined ? (
          <>
            <Upload size={18} aria-hidden />
            {t.dropHere}
            <ObjectName name={prefix === rootPrefix ? rootLabel : baseName(prefix)} keepWhole />
          </>
        ) : (
          <>
            <Ban size={18} aria-hidden />
            {refusal}
          </>
        )}
      </span>
    </div>
  );
}
