import { clsx } from 'clsx';
import { History, RotateCcw, Trash2, Undo2, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Prefix } from '#cos/objectKey.ts';
import { deletedObjects as en } from '#text/en/deletedObjects.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { deletedObjects as zh } from '#text/zh/deletedObjects.ts';
import { Button } from '#ui/Button.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { useAnnounce } from '#ui/useAnnounce.ts';
import { useFocusKeeper } from '#ui/useFocusKeeper.ts';
import { EmptyState } from '../EmptyState.tsx';
import type { Listing } from '../Listing.ts';
import { ListingSkeleton } from '../ListingSkeleton.tsx';
import { useGridLines } from '../useGridLines.ts';
import bar from '../SelectionBar.module.css';
import type { DeniedActions } from '../whatCanBeDone.ts';
import type { DeletedActions } from './DeletedActions.ts';
import { canComeBack, type DeletedItem } from './DeletedItem.ts';
import { FolderNote } from '../FolderNote.tsx';
import { StripButton } from '../StripButton.tsx';
import styles from './DeletedList.module.css';
import { DeletedRow } from './DeletedRow.tsx';
import { PurgeDialog } from './PurgeDialog.tsx';
import { useDeletedItems } from './useDeletedItems.ts';

/** A word is typed to its end before anybody wants to hear what it finds. */
const SPOKEN_AFTER_MS = 700;

export interface DeletedListProps {
  readonly actions: DeletedActions;
  /** Whether the bucket keeps versions, as far as is known. */
  readonly isKept: boolean | undefined;
  readonly prefix: Prefix;
  readonly isDeep: boolean;
  readonly search: string;
  /** What is there; undefined while not all of that is known. Another one whenever something is written. */
  readonly listing: Listing | undefined;
  readonly denied: DeniedActions;
}

/** What was deleted in the folder, in the place of what is there: to bring back, or to delete for good. */
export function DeletedList({ actions, isKept, prefix, isDeep, search, listing, denied }: DeletedListProps) {
  const { t, formats, language } = useText();
  const words = useTopic({ en, zh });
  const isThere = useMemo(() => {
    if (isDeep) return () => true;
    return listing?.isComplete === true ? (folder: Prefix) => listing.index.rowOf(folder) >= 0 : undefined;
  }, [isDeep, listing]);
  const { items, looked, status, failure, stop, lookAgain } = useDeletedItems(
    actions,
    prefix,
    isDeep,
    isThere,
    language,
  );
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [doomed, setDoomed] = useState<readonly DeletedItem[]>();
  const wanted = search.trim().toLocaleLowerCase(language);
  const shown = useMemo(
    () => (wanted === '' ? items : items.filter(({ name }) => name.toLocaleLowerCase(language).includes(wanted))),
    [items, wanted, language],
  );
  const chosen = useMemo(() => shown.filter(({ id }) => selected.has(id)), [shown, selected]);
  const scrollRef = useRef<HTMLDivElement>(null);
  const { height, visible } = useGridLines(scrollRef, 'list', shown.length, -1);
  // A row that comes back takes its buttons with it.
  const keeper = useFocusKeeper(() => scrollRef.current);
  // A mark is removed, or a version is copied over it.
  const restoreDenied = denied.copy === undefined ? undefined : denied.delete;

  function bringBack(some: readonly DeletedItem[]): void {
    setSelected(new Set());
    actions.onBringBack(some.filter(canComeBack));
  }

  function toggle(id: string): void {
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }

  // The button that led here went away with the list.
  const rootRef = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) rootRef.current?.focus({ preventScroll: true });
  }, []);
  const figures = [formats.number(items.length), formats.number(looked)] as const;
  const summary =
    wanted !== '' && shown.length !== items.length
      ? words.deletedMatches(formats.number(shown.length), formats.number(items.length))
      : words.deletedCount(items.length);
  const announce = useAnnounce();
  useEffect(() => {
    if (status !== 'done') return undefined;
    const timer = setTimeout(() => announce(summary), SPOKEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [announce, status, summary]);
  return (
    <section ref={rootRef} className={styles.deleted} tabIndex={-1} aria-label={words.deletedList}>
      <div className={clsx(bar.bar, styles.strip)} data-active={chosen.length > 0 || undefined}>
        {shown.length > 0 && (
          <label className={styles.all}>
            <input
              type="checkbox"
              aria-label={words.selectAllDeleted}
              checked={chosen.length === shown.length}
              ref={(box) => {
                if (box) box.indeterminate = chosen.length > 0 && chosen.length < shown.length;
              }}
              onChange={({ target }) => setSelected(new Set(target.checked ? shown.map(({ id }) => id) : []))}
            />
          </label>
        )}
        <span className={bar.count}>
          {chosen.length > 0
            ? words.deletedSelected(chosen.length)
            : status === 'looking'
              ? words.lookingForDeleted(...figures)
              : status === 'stopped'
                ? words.lookingStopped(...figures)
                : summary}
        </span>
        {chosen.length === 0 && status === 'looking' && (
          <Button size="small" onClick={stop}>
            {t.stopListing}
          </Button>
        )}
        {chosen.length === 0 && status === 'stopped' && failure === undefined && (
          <Button size="small" onClick={lookAgain}>
            {words.lookOn}
          </Button>
        )}
        {chosen.length > 0 && (
          <>
            <StripButton
              icon={RotateCcw}
              refusal={restoreDenied ?? (chosen.some(canComeBack) ? undefined : words.nothingKept)}
              onClick={() => bringBack(chosen)}
            >
              {t.restore}
            </StripButton>
            <StripButton icon={Trash2} refusal={denied.delete} onClick={() => setDoomed(chosen)}>
              {words.purge}
            </StripButton>
            <IconButton
              size="small"
              label={t.clearSelection}
              icon={<X size={16} />}
              onClick={() => setSelected(new Set())}
            />
          </>
        )}
        {chosen.length === 0 && (
          <Button size="small" icon={<Undo2 size={15} />} onClick={actions.onClose}>
            {words.backToFiles}
          </Button>
        )}
      </div>
      <FolderNote icon={History}>{isDeep ? words.deletedNoteDeep : words.deletedNote}</FolderNote>
      <div ref={scrollRef} className={styles.scroll} tabIndex={-1} {...keeper}>
        {contents()}
      </div>
      {doomed !== undefined && (
        <PurgeDialog
          items={doomed}
          onPurge={() => {
            setSelected(new Set());
            actions.onPurge(doomed);
          }}
          onClose={() => setDoomed(undefined)}
        />
      )}
    </section>
  );

  function contents() {
    const why = denied.seeVersions;
    if (why !== undefined) return <Nothing title={why} />;
    if (failure !== undefined) return <FailureNotice failure={failure} layout="page" onRetry={lookAgain} />;
    if (items.length === 0 && status === 'looking') return <ListingSkeleton view="list" />;
    if (items.length === 0) {
      return isKept === false ? (
        <Nothing title={words.nothingDeleted} advice={words.noVersionsKept} />
      ) : (
        <Nothing title={words.nothingDeleted} advice={words.nothingDeletedAdvice} />
      );
    }
    if (shown.length === 0) return <Nothing title={words.nothingDeletedMatches} />;
    return (
      <ul className={styles.rows} style={{ height }} aria-label={words.deletedList}>
        {visible.map(({ place, top }) => {
          const item = shown[place];
          if (item === undefined) return null;
          return (
            <DeletedRow
              key={item.id}
              {...{ item, place, top, restoreDenied }}
              count={shown.length}
              isSelected={selected.has(item.id)}
              purgeDenied={denied.delete}
              hrefFor={actions.hrefFor}
              onOpen={actions.onOpenPrefix}
              onToggle={() => toggle(item.id)}
              onBringBack={() => bringBack([item])}
              onPurge={() => setDoomed([item])}
            />
          );
        })}
      </ul>
    );
  }
}

function Nothing({ title, advice = '' }: { readonly title: string; readonly advice?: string }) {
  return <EmptyState picture={<History size={38} strokeWidth={1.5} aria-hidden />} title={title} advice={advice} />;
}
