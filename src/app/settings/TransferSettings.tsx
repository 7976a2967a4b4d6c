import { useStore } from 'zustand';
import { settings as en } from '#text/en/settings.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { settings as zh } from '#text/zh/settings.ts';
import { useServices } from '../Services.ts';
import { Choice } from './Choice.tsx';
import { LANE_CHOICES, PART_CHOICES, TAKEN_CHOICES } from './Preferences.ts';
import styles from './SettingsDialog.module.css';
import { Switch } from './Switch.tsx';

/** How files go up: their parts, how many at once, their names. */
export function TransferSettings() {
  const { preferences } = useServices();
  const { formats } = useText();
  const words = useTopic({ en, zh });
  const { partMiB, lanes, onTaken, keepsNames } = useStore(preferences.store);
  const answers = { replace: words.replace, 'keep-both': words.keepBoth, skip: words.skip };
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{words.uploads}</h3>
      <Choice
        label={words.onTaken}
        hint={words.onTakenHint}
        value={onTaken ?? ''}
        options={[['', words.ask], ...TAKEN_CHOICES.map((each) => [each, answers[each]] as const)]}
        onChoose={(value) => preferences.change({ onTaken: TAKEN_CHOICES.find((each) => each === value) })}
      />
      <div className={styles.pair}>
        <Choice
          label={words.partSize}
          hint={words.partHint}
          value={String(partMiB ?? '')}
          options={[
            ['', words.auto],
            ...PART_CHOICES.map((each) => [String(each), words.megabytes(formats.number(each))] as const),
          ]}
          onChoose={(value) => preferences.change({ partMiB: numberOf(value) })}
        />
        <Choice
          label={words.lanes}
          hint={words.lanesHint}
          value={String(lanes ?? '')}
          options={[['', words.auto], ...LANE_CHOICES.map((each) => [String(each), formats.number(each)] as const)]}
          onChoose={(value) => preferences.change({ lanes: numberOf(value) })}
        />
      </div>
      <Switch
        label={words.normalise}
        hint={words.normaliseHint}
        isOn={keepsNames !== true}
        onTurn={(isOn) => preferences.change({ keepsNames: isOn ? undefined : true })}
      />
    </section>
  );
}

/** Empty: automatic. */
function numberOf(value: string): number | undefined {
  return value === '' ? undefined : Number(value);
}
