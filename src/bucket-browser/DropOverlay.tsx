import { Upload } from 'lucide-react';
import { baseName, type Prefix } from '#cos/objectKey.ts';
import { useText } from '#text/useText.ts';
import { ObjectName } from '#ui/ObjectName.tsx';
import styles from './DropOverlay.module.css';

export interface DropOverlayProps {
  readonly prefix: Prefix;
  readonly rootPrefix: Prefix;
  readonly rootLabel: string;
}

/** While files hover: where they would go. It never catches the pointer. */
export function DropOverlay({ prefix, rootPrefix, rootLabel }: DropOverlayProps) {
  const { t } = useText();
  return (
    <div className={styles.overlay}>
      <span className={styles.label}>
        <Upload size={18} aria-hidden />
        {t.dropHere}
        <ObjectName name={prefix === rootPrefix ? rootLabel : baseName(prefix)} keepWhole />
      </span>
    </div>
  );
}
