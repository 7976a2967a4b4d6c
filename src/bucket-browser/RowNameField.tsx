import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { moving as en } from '#text/en/moving.ts';
import { useLateText } from '#text/useLateText.ts';
import { useTopic } from '#text/useTopic.ts';
import { moving as zh } from '#text/zh/moving.ts';
import { useAnnounce } from '#ui/useAnnounce.ts';
import { renameProblem, stemLength } from './renameProblem.ts';
import styles from './RowNameField.module.css';

export interface RowNameFieldProps {
  readonly entry: ListingEntry;
  /** Whether a name is taken, as far as the list knows. */
  readonly isTaken: (name: string) => boolean;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

/**
 * The name of a row as a field, in its place. Enter takes the new name, Esc leaves the old one; going elsewhere takes it
 * too, unless something is wrong with it.
 */
export function RowNameField({ entry, isTaken, onRename, onClose }: RowNameFieldProps) {
  const { t } = useLateText();
  const words = useTopic({ en, zh });
  const asked = { t, nameSame: words.nameSame, isTaken };
  const announce = useAnnounce();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  const [name, setName] = useState(entry.name);
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(0, stemLength(entry));
  }, [entry]);

  function close(isRenamed: boolean, keepsKeyboard: boolean): void {
    // Taking the field away blurs it, which is no second answer.
    isOver.current = true;
    if (keepsKeyboard) field.current?.closest<HTMLElement>('[data-index]')?.focus();
    if (isRenamed) onRename(name.normalize('NFC'));
    onClose();
  }
  function onKeyDown(event: KeyboardEvent): void {
    // The keys of the list are not those of a field in it.
    event.stopPropagation();
    const found = event.key === 'Enter' && name !== entry.name ? renameProblem(entry, name, asked) : undefined;
    setProblem(found);
    if (found !== undefined) announce(found);
    if (found !== undefined || event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape'))
      return;
    event.preventDefault();
    close(event.key === 'Enter' && name !== entry.name, true);
  }
  function onBlur(): void {
    // Another window came to the front: the field still has the keyboard in this one.
    if (isOver.current || document.activeElement === field.current) return;
    close(renameProblem(entry, name, asked) === undefined, false);
  }

  return (
    <span className={styles.place}>
      <input
        ref={field}
        className={styles.field}
        aria-label={words.newName}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : id}
        autoComplete="off"
        spellCheck={false}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          setProblem(undefined);
        }}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
      />
      {problem !== undefined && (
        // Below the last row it would be out of sight.
        <span id={id} ref={scrollIntoSight} className={styles.problem}>
          {problem}
        </span>
      )}
    </span>
  );
}

function scrollIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
