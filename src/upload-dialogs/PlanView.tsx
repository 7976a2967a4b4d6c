import { useMemo, useState } from 'react';
import { displayName } from '#text/displayName.ts';
import { uploadChanges as en } from '#text/en/uploadChanges.ts';
import { uploadChanges as zh } from '#text/zh/uploadChanges.ts';
import { useTopic } from '#text/useTopic.ts';
import { useText } from '#text/useText.ts';
import { FileIcon } from '#ui/FileIcon.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import { comparePaths } from './comparePaths.ts';
import { FilterBar } from './FilterBar.tsx';
import { OptionList } from './OptionList.tsx';
import styles from './PlanView.module.css';
import type { ChangeKind, PlannedChange, UploadPlan } from './UploadPlan.ts';

/** Above this, comparing names by language costs more than it helps; the order of the keys stays. */
const NATURAL_ORDER_LIMIT = 10_000;

const KINDS = ['new', 'changed', 'same', 'extra'] as const;

/** What the comparison has shown, one kind at a time: first what would be sent. */
export function PlanView({ plan }: { readonly plan: UploadPlan<unknown> }) {
  const { t, formats, language } = useText();
  const words = useTopic({ en, zh });
  const byKind = useMemo(() => sortByKind(plan.changes, language), [plan, language]);
  const [kind, setKind] = useState<ChangeKind>(() => KINDS.find((each) => byKind[each].length > 0) ?? 'new');
  const [index, setIndex] = useState(0);
  const shown = byKind[kind];
  const names: Readonly<Record<ChangeKind, string>> = {
    new: words.changeNew,
    changed: words.changeChanged,
    same: words.changeSame,
    extra: words.changeExtra,
  };
  const judged = { size: words.judgedBySize, checksum: words.judgedByChecksum, time: words.judgedByTime };
  const judgedText = ({ judgedBy }: PlannedChange<unknown>): string => (judgedBy === undefined ? '' : judged[judgedBy]);
  const factsOf = (change: PlannedChange<unknown>): string[] =>
    [judgedText(change), formats.bytes(change.sizeBytes)].filter((fact) => fact !== '');
  const byTime = plan.changes.filter((change) => change.judgedBy === 'time').length;
  const sent = [...byKind.new, ...byKind.changed];

  return (
    <div className={styles.plan}>
      <p>
        {sent.length === 0
          ? plan.newFolders.length === 0 && words.nothingToUpload
          : words.planSummary(sent.length, formats.bytes(sent.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)))}
        {plan.newFolders.length > 0 && ` ${words.planFolders(plan.newFolders.length)}`}
      </p>
      <FilterBar
        label={words.planKinds}
        chosen={kind}
        onChoose={(chosen) => {
          setKind(chosen);
          setIndex(0);
        }}
        choices={KINDS.map((id) => ({ id, label: names[id], count: formats.number(byKind[id].length) }))}
      />
      {shown.length === 0 ? (
        <p className={styles.note}>{words.nothingOfThisKind}</p>
      ) : (
        <OptionList
          label={names[kind]}
          count={shown.length}
          index={index}
          onChoose={setIndex}
          nameOf={(at) => {
            const change = shown[at];
            return change ? [displayName(change.name).text, ...factsOf(change)].join(', ') : '';
          }}
          render={(at) => {
            const change = shown[at];
            return (
              change && (
                <span className={styles.row}>
                  <FileIcon name={change.name} />
                  <ObjectName name={change.name} />
                  <span className={styles.facts}>{factsOf(change).join(' · ')}</span>
                </span>
              )
            );
          }}
        />
      )}
      {kind === 'extra' && shown.length > 0 && <p className={styles.note}>{words.extraStays}</p>}
      {byTime > 0 && <p className={styles.note}>{words.judgedByTimeOnly(byTime)}</p>}
      {plan.unreadable.length > 0 && <p className={styles.note}>{t.unreadableFiles(plan.unreadable.length)}</p>}
      {plan.junk > 0 && <p className={styles.note}>{t.junkSkipped(plan.junk)}</p>}
    </div>
  );
}

function sortByKind(
  changes: readonly PlannedChange<unknown>[],
  language: string,
): Record<ChangeKind, PlannedChange<unknown>[]> {
  const sorted: Record<ChangeKind, PlannedChange<unknown>[]> = { new: [], changed: [], same: [], extra: [] };
  const compare = comparePaths(language);
  const inOrder = changes.length > NATURAL_ORDER_LIMIT ? changes : changes.toSorted((a, b) => compare(a.name, b.name));
  for (const change of inOrder) sorted[change.kind].push(change);
  return sorted;
}
