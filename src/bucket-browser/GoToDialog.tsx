import { Clock, Star } from 'lucide-react';
import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { Prefix } from '#cos/objectKey.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import styles from './GoToDialog.module.css';
import { placeName } from './placeName.ts';

/** A folder one can jump to. */
export interface JumpTarget {
  readonly connectionId: string;
  readonly connectionLabel: string;
  readonly rootPrefix: Prefix;
  readonly prefix: Prefix;
}

export interface GoToDialogProps {
  /** What the box holds at first: where one is. */
  readonly path: string;
  readonly favourites: readonly JumpTarget[];
  readonly recent: readonly JumpTarget[];
  /** Resolves with why the text leads nowhere. */
  readonly onGo: (text: string) => Promise<string | undefined>;
  readonly onJump: (target: JumpTarget) => void;
  readonly onForgetRecent: () => void;
  readonly onClose: () => void;
}

/** Where to? A path or an address, or one of the places one likes or has been at. */
export function GoToDialog(props: GoToDialogProps) {
  const { t } = useText();
  const id = useId();
  const [text, setText] = useState(props.path);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const wanted = text === props.path ? '' : text.trim().toLocaleLowerCase();
  const matches = (target: JumpTarget): boolean => placeName(target).toLocaleLowerCase().includes(wanted);
  const groups = [
    { title: t.favourites, Icon: Star, targets: props.favourites.filter(matches) },
    { title: t.recentPlaces, Icon: Clock, targets: props.recent.filter(matches) },
  ].filter(({ targets }) => targets.length > 0);

  async function go(event: FormEvent): Promise<void> {
    event.preventDefault();
    setIsBusy(true);
    const found = await props.onGo(text);
    setIsBusy(false);
    setProblem(found);
    if (found === undefined) props.onClose();
  }

  return (
    <Dialog title={t.goTo} onClose={props.onClose}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows walk its fields, besides Tab */}
      <form className={styles.form} onSubmit={(event) => void go(event)} onKeyDown={walk}>
        <label htmlFor={id}>{t.goToField}</label>
        <div className={styles.line}>
          <input
            id={id}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only field of a dialog the person just opened
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={text}
            aria-invalid={problem !== undefined}
            aria-describedby={`${id}-problem`}
            onFocus={(event) => event.target.select()}
            onChange={(event) => {
              setText(event.target.value);
              setProblem(undefined);
            }}
          />
          <Button look="primary" type="submit" disabled={isBusy}>
            {t.go}
          </Button>
        </div>
        <p id={`${id}-problem`} className={problem === undefined ? styles.hint : styles.problem}>
          {problem ?? t.goToHint}
        </p>
        {groups.map(({ title, Icon, targets }) => (
          <section key={title} aria-label={title}>
            <h3 className={styles.title}>{title}</h3>
            <ul>
              {targets.map((target) => (
                <li key={`${target.connectionId}:${target.prefix}`}>
                  <button
                    type="button"
                    className={styles.target}
                    onClick={() => {
                      props.onJump(target);
                      props.onClose();
                    }}
                  >
                    <Icon size={16} aria-hidden />
                    <bdi>{placeName(target)}</bdi>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {props.recent.length > 0 && (
          <Button look="quiet" size="small" onClick={props.onForgetRecent}>
            {t.forgetRecent}
          </Button>
        )}
      </form>
    </Dialog>
  );
}

/** Down and Up go from the box into the places and back. */
function walk(event: KeyboardEvent<HTMLFormElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, li button')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
  event.preventDefault();
}
