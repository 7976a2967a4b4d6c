import { clsx } from 'clsx';
import { Ban, Copy, FolderInput } from 'lucide-react';
import { useStore } from 'zustand';
import { baseName, type Prefix } from '#cos/objectKey.ts';
import { carrying as en } from '#text/en/carrying.ts';
import { useTopic } from '#text/useTopic.ts';
import { carrying as zh } from '#text/zh/carrying.ts';
import { ObjectName } from '#ui/ObjectName.tsx';
import type { CarryStore } from './createCarryStore.ts';
import styles from './DropOverlay.module.css';

export interface CarryOverlayProps {
  readonly carry: CarryStore;
  /** The folder on screen. */
  readonly prefix: Prefix;
  readonly rootPrefix: Prefix;
  readonly rootLabel: string;
}

/** While rows are dragged: where they would go and how, or why they would not. It never catches the pointer. */
export function CarryOverlay({ carry, prefix, rootPrefix, rootLabel }: CarryOverlayProps) {
  const words = useTopic({ en, zh });
  const over = useStore(carry, (state) => state.over);
  if (over === undefined) return null;
  const { target, kind, refusal } = over;
  const isHere = target === prefix && refusal === undefined;
  const Picture = kind === 'move' ? FolderInput : Copy;
  return (
    <div className={clsx(styles.overlay, refusal !== undefined && styles.refused, !isHere && styles.elsewhere)}>
      <span className={styles.label}>
        {refusal === undefined ? (
          <>
            <Picture size={18} aria-hidden />
            {kind === 'move' ? words.moveTo : words.copyTo}
            <ObjectName name={target === rootPrefix ? rootLabel : baseName(target)} keepWhole />
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
