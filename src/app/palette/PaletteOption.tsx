import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { menus as en } from '#text/en/menus.ts';
import { useTopic } from '#text/useTopic.ts';
import { menus as zh } from '#text/zh/menus.ts';
import type { MenuAction } from '#ui/ActionMenu.tsx';
import styles from './Palette.module.css';

export interface PaletteOptionProps {
  readonly id: string;
  readonly action: MenuAction;
  /** Enter does this one. */
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onRun: () => void;
}

/** One thing to do. What is off can be chosen too, so that everybody can read why. */
export function PaletteOption({ id, action, isActive, onPoint, onRun }: PaletteOptionProps) {
  const ref = useRef<HTMLDivElement>(null);
  const words = useTopic({ en, zh });
  const isOff = action.disabledReason !== undefined;
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keyboard is in the box, as the pattern wants
    <div
      ref={ref}
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- options of a select hold no pictures
      role="option"
      aria-selected={isActive}
      aria-disabled={isOff}
      className={clsx(styles.option, action.isDanger === true && styles.danger)}
      onPointerMove={isActive ? undefined : onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      {action.icon}
      <span className={styles.label}>
        <bdi>{action.label}</bdi>
        {(action.disabledReason ?? action.description) !== undefined && (
          <span className={styles.why}>{action.disabledReason ?? action.description}</span>
        )}
      </span>
      {action.isChosen === true && (
        <>
          <Check size={16} aria-hidden />
          <span className="visually-hidden">{words.inForce}</span>
        </>
      )}
      {action.keys !== undefined && <kbd className={styles.keys}>{action.keys}</kbd>}
    </div>
  );
}
