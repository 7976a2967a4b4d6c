import { Suspense, useRef, useState } from 'react';
import type { FilterChoice } from '#listing/FilterChoice.ts';
import { KIND_GROUPS } from '#listing/kindGroup.ts';
import { useText } from '#text/useText.ts';
import type { MenuAction } from '#ui/ActionMenu.tsx';
import { Button } from '#ui/Button.tsx';
import { lazyPart } from '#ui/lazyPart.tsx';
import styles from './FilterBar.module.css';
import { dayChoices, SIZE_CHOICES } from './filterChoices.ts';
import { FilterChip } from './FilterChip.tsx';
import { dayChoiceWords, dayWords, kindWords, sizeWords } from './filterWords.ts';
import { useFilterWords } from './useFilterWords.ts';

const RangeDialog = lazyPart(async () => (await import('./RangeDialog.tsx')).RangeDialog);

export interface FilterBarProps {
  readonly filter: FilterChoice;
  readonly onFilter: (filter: FilterChoice) => void;
}

/** What a folder can be filtered by: kind, size and date of what is in it. */
export function FilterBar({ filter, onFilter }: FilterBarProps) {
  const { t, formats } = useText();
  const words = useFilterWords();
  const barRef = useRef<HTMLFieldSetElement>(null);
  const [dialog, setDialog] = useState<'size' | 'date'>();
  const [today] = useState(() => new Date());
  const { kind, size, date } = filter;
  const chosenCount = [kind, size, date].filter((choice) => choice !== undefined).length;

  function choose(name: keyof FilterChoice, value: string | undefined): void {
    const { [name]: _before, ...others } = filter;
    onFilter(value === undefined ? others : { ...others, [name]: value });
  }

  function choices(
    name: keyof FilterChoice,
    any: string,
    options: readonly { readonly value: string; readonly label: string }[],
  ): readonly MenuAction[] {
    return [{ value: undefined, label: any }, ...options].map(({ value, label }) => ({
      id: value ?? 'any',
      label,
      isChosen: filter[name] === value,
      onAction: () => choose(name, value),
    }));
  }

  function custom(name: 'size' | 'date', isChosen: boolean): MenuAction {
    return { id: 'custom', label: words.customRange, isChosen, onAction: () => setDialog(name) };
  }

  const kinds = KIND_GROUPS.map((value) => ({ value, label: kindWords(value, words) }));
  const sizes = SIZE_CHOICES.map((value) => ({ value, label: sizeWords(value, words, formats) }));
  const days = dayChoices(today).map(({ id, date: value }) => ({ value, label: dayChoiceWords(id, words) }));

  return (
    <fieldset ref={barRef} aria-label={words.filters} className={styles.bar}>
      <FilterChip
        label={words.columnKind}
        value={kind && kindWords(kind, words)}
        menu={() => [{ actions: choices('kind', words.anyKind, kinds) }]}
        onClear={() => choose('kind', undefined)}
      />
      <FilterChip
        label={t.columnSize}
        value={size === undefined ? undefined : sizeWords(size, words, formats)}
        menu={() => [
          { actions: choices('size', words.anySize, sizes) },
          { actions: [custom('size', isCustom(size, sizes))] },
        ]}
        onClear={() => choose('size', undefined)}
      />
      <FilterChip
        label={t.columnModified}
        value={date === undefined ? undefined : dayWords(date, today, words, formats)}
        menu={() => [
          { actions: choices('date', words.anyDate, days) },
          { actions: [custom('date', isCustom(date, days))] },
        ]}
        onClear={() => choose('date', undefined)}
      />
      {chosenCount > 1 && (
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            barRef.current?.querySelector('button')?.focus();
            onFilter({});
          }}
        >
          {words.clearFilters}
        </Button>
      )}
      {dialog !== undefined && (
        <Suspense>
          <RangeDialog
            kind={dialog}
            range={filter[dialog]}
            onApply={(range) => {
              setDialog(undefined);
              choose(dialog, range);
            }}
            onClose={() => setDialog(undefined)}
          />
        </Suspense>
      )}
    </fieldset>
  );
}

/** In force, and none of those that are offered. */
function isCustom(value: string | undefined, offered: readonly { readonly value: string }[]): boolean {
  return value !== undefined && !offered.some((choice) => choice.value === value);
}
