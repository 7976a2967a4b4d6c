import { Fragment, useState } from 'react';
import { keyboard as en } from '#text/en/keyboard.ts';
import { useTopic } from '#text/useTopic.ts';
import { keyboard as zh } from '#text/zh/keyboard.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { areSingleKeysOn, turnSingleKeys } from '#ui/singleKeys.ts';
import styles from './KeyboardHelp.module.css';
import { KEY_TABLE, keyCap, type Chord, type KeyGroup } from './keyTable.ts';

export interface KeyboardHelpProps {
  readonly onClose: () => void;
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Every key of the page and what mouse and finger can do, on one sheet. */
export function KeyboardHelp({ onClose }: KeyboardHelpProps) {
  const words = useTopic({ en, zh });
  const [isOn, setOn] = useState(areSingleKeysOn);

  const drawChord = (chord: Chord) =>
    chord.map((key) => <kbd key={key}>{key === 'Letters' ? words.letters : keyCap(key, isMac)}</kbd>);

  const drawGroup = ({ title, keys }: KeyGroup) => (
    <section key={title}>
      <h3 className={styles.title}>{words[title]}</h3>
      <dl className={styles.keys}>
        {keys.map(([does, ...ways]) => (
          <div key={does}>
            <dt>{words[does]}</dt>
            <dd>
              {ways.map((way, index) => (
                <Fragment key={way.join()}>
                  {index > 0 && <span className={styles.or}>{words.or}</span>}
                  <span className={styles.chord}>{drawChord(way)}</span>
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );

  return (
    <Dialog title={words.title} width="wide" onClose={onClose}>
      <div className={styles.groups}>
        {KEY_TABLE.map(drawGroup)}
        <section>
          <h3 className={styles.title}>{words.mouse}</h3>
          <ul className={styles.hints}>
            <li>{words.marquee}</li>
            <li>{words.carry}</li>
            <li>{words.touch}</li>
          </ul>
        </section>
      </div>
      <label className={styles.single}>
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target: { checked } }) => {
            turnSingleKeys(checked);
            setOn(checked);
          }}
        />
        <span>
          {words.singleKeys}
          <small>{words.singleKeysWhy}</small>
        </span>
      </label>
    </Dialog>
  );
}
