import { useId, useState } from 'react';
import { palette as en } from '#text/en/palette.ts';
import { useTopic } from '#text/useTopic.ts';
import { palette as zh } from '#text/zh/palette.ts';
import type { MenuAction, MenuGroup } from '#ui/ActionMenu.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useAnnounce } from '#ui/useAnnounce.ts';
import styles from './Palette.module.css';
import { PaletteOption } from './PaletteOption.tsx';
import { useOptions } from './useOptions.ts';

export interface PaletteProps {
  /** What the box holds at first, chosen whole so that typing replaces it. Until then it hides nothing. */
  readonly initial: string;
  /** What fits the words; all of it when there are none. */
  readonly groupsFor: (words: string) => readonly MenuGroup[];
  /** Resolves with why the text leads nowhere. */
  readonly onGo: (text: string) => Promise<string | undefined>;
  readonly onClose: () => void;
}

/** The id of the option that goes to what was typed; it alone may fail, and then stays. */
export const GO = 'go';

/** One box for all: type what to do or where to, choose with the arrows, do it with Enter (APG combobox with a list). */
export function Palette({ initial, groupsFor, onGo, onClose }: PaletteProps) {
  const words = useTopic({ en, zh });
  const announce = useAnnounce();
  const id = useId();
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<string>();
  const groups = groupsFor(text);
  const options = groups.flatMap(({ actions }) => actions);
  const { at, choose, onKeyDown } = useOptions(options, text);

  function fail(reason: string): void {
    setProblem(reason);
    announce(reason);
  }

  async function run(action: MenuAction): Promise<void> {
    if (action.disabledReason !== undefined) return fail(action.disabledReason);
    if (action.id === GO) {
      const why = await onGo(text);
      return why === undefined ? onClose() : fail(why);
    }
    onClose();
    return action.onAction();
  }

  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className={styles.palette}>
        <input
          role="combobox"
          aria-label={words.field}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-hint`}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only field of a dialog the person just opened
          autoFocus
          autoComplete="off"
          spellCheck={false}
          placeholder={words.placeholder}
          className={styles.box}
          value={text}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(undefined);
          }}
          onKeyDown={(event) => onKeyDown(event, (action) => void run(action))}
        />
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the list of a combobox whose keyboard is in the box */}
        <div id={`${id}-list`} role="listbox" aria-label={words.found} className={styles.list}>
          {groups.map((group, place) => (
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a list of options may hold no fieldset
            <div key={group.title ?? place} role="group" aria-label={group.title}>
              <div className={styles.title} aria-hidden>
                {group.title}
              </div>
              {group.actions.map((action) => {
                const mine = options.indexOf(action);
                return (
                  <PaletteOption
                    key={action.id}
                    id={`${id}-${mine}`}
                    action={action}
                    isActive={mine === at}
                    onPoint={() => choose(mine)}
                    onRun={() => void run(action)}
                  />
                );
              })}
            </div>
          ))}
        </div>
        {options.length === 0 && <p className={styles.none}>{words.nothing}</p>}
        <p id={`${id}-hint`} className={problem === undefined ? styles.hint : styles.problem}>
          {problem ?? words.hint}
        </p>
      </div>
    </Dialog>
  );
}
