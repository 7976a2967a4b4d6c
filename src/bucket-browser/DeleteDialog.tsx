import { useEffect, useRef, useState } from 'react';
import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import { isAbortError, toFailure, type Failure } from '#lib/Failure.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { displayName } from '#text/displayName.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import styles from './DeleteDialog.module.css';

export interface DeleteResult {
  readonly deleted: readonly ObjectKey[];
  readonly errors: readonly { readonly key: ObjectKey; readonly failure: Failure }[];
}

export interface DeleteDialogProps {
  readonly entries: readonly ListingEntry[];
  /** Every key below a prefix, page by page. */
  readonly keysUnder: (prefix: Prefix, signal: AbortSignal) => AsyncIterable<readonly ObjectKey[]>;
  /** Deletes and tells; per-key refusals are part of the result. */
  readonly deleteKeys: (
    keys: readonly ObjectKey[],
    options: {
      readonly signal: AbortSignal;
      readonly onProgress: (done: number) => void;
      /** Gone for certain, batch by batch. */
      readonly onDeleted: (keys: readonly ObjectKey[]) => void;
    },
  ) => Promise<DeleteResult>;
  /** It is over: all of it happened, some, or none. The dialog has nothing more to say. */
  readonly onEnd: (end: DeleteEnd) => void;
  readonly onClose: () => void;
}

export interface DeleteEnd {
  readonly deleted: readonly ObjectKey[];
  /** Folders of which nothing is left. */
  readonly wholeFolders: readonly Prefix[];
  /** Keys that are still there. */
  readonly refused: number;
  /** Why, for the first of them. */
  readonly failure?: Failure;
  /** The person stopped it midway. Of the last batch nobody knows whether it was carried out. */
  readonly wasStopped?: boolean;
}

type Stage =
  | { readonly name: 'counting'; readonly count: number }
  | { readonly name: 'asking'; readonly keys: readonly ObjectKey[] }
  | { readonly name: 'deleting'; readonly done: number; readonly total: number };

const NAMES_SHOWN = 8;

/** Says exactly what will go, folders counted to the last object, and asks once. Focus starts on the safe button. */
export function DeleteDialog({ entries, keysUnder, deleteKeys, onEnd, onClose }: DeleteDialogProps) {
  const { t, formats } = useText();
  const folders = entries.filter((entry) => entry.type === 'folder').map((entry) => entry.prefix);
  const [stage, setStage] = useState<Stage>({ name: 'counting', count: 0 });
  const abort = useRef(new AbortController());

  useEffect(() => {
    const controller = new AbortController();
    abort.current = controller;
    async function count(): Promise<void> {
      const keys: ObjectKey[] = entries.flatMap((entry) => (entry.type === 'object' ? [entry.key] : []));
      for (const entry of entries) {
        if (entry.type !== 'folder') continue;
        for await (const page of keysUnder(entry.prefix, controller.signal)) {
          for (const key of page) keys.push(key);
          setStage({ name: 'counting', count: keys.length });
        }
      }
      setStage({ name: 'asking', keys });
    }
    count().catch((error: unknown) => {
      if (!controller.signal.aborted) onEnd({ deleted: [], wholeFolders: [], refused: 0, failure: toFailure(error) });
    });
    return () => controller.abort();
    // The dialog is mounted for one question; what it asks about does not change under it.
    // oxlint-disable-next-line react/exhaustive-deps -- mounted once per question: a new one is a new component
  }, []);

  async function remove(keys: readonly ObjectKey[]): Promise<void> {
    const total = keys.length;
    const gone: ObjectKey[] = [];
    setStage({ name: 'deleting', done: 0, total });
    try {
      const { deleted, errors } = await deleteKeys(keys, {
        signal: abort.current.signal,
        onProgress: (done) => setStage({ name: 'deleting', done, total }),
        onDeleted: (batch) => gone.push(...batch),
      });
      const [first] = errors;
      onEnd({
        deleted,
        wholeFolders: first === undefined ? folders : [],
        refused: errors.length,
        ...(first === undefined ? {} : { failure: first.failure }),
      });
    } catch (error) {
      onEnd(
        isAbortError(error)
          ? { deleted: gone, wholeFolders: [], refused: 0, wasStopped: true }
          : { deleted: [], wholeFolders: [], refused: total, failure: toFailure(error) },
      );
    }
  }

  /** While objects are going, this stops the rest; `remove` then tells what is gone. */
  function leave(): void {
    if (stage.name === 'deleting') abort.current.abort();
    else onClose();
  }

  const [first] = entries;
  const title =
    entries.length === 1 && first !== undefined
      ? t.deleteTitleNamed(displayName(first.name).text || t.emptyName)
      : t.deleteTitle(entries.length);

  return (
    <Dialog
      role="alertdialog"
      title={title}
      onClose={leave}
      actions={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a destructive question starts on the safe answer */}
          <Button autoFocus onClick={leave}>
            {stage.name === 'deleting' ? t.stopDeleting : t.cancel}
          </Button>
          <Button
            look="danger"
            disabled={stage.name !== 'asking'}
            onClick={() => stage.name === 'asking' && void remove(stage.keys)}
          >
            {t.delete}
          </Button>
        </>
      }
    >
      {entries.length > 1 && (
        <ul className={styles.names}>
          {entries.slice(0, NAMES_SHOWN).map((entry) => (
            <li key={entry.type === 'folder' ? entry.prefix : entry.key}>
              <ObjectName name={entry.name} />
            </li>
          ))}
          {entries.length > NAMES_SHOWN && <li>{t.andMore(entries.length - NAMES_SHOWN)}</li>}
        </ul>
      )}
      {stage.name === 'counting' && folders.length > 0 && <p>{t.deleteCounting(stage.count)}</p>}
      {stage.name === 'asking' && (
        <p className={styles.advice}>
          {folders.length > 0 && `${t.deleteCounted(stage.keys.length)} `}
          {t.deleteAdvice}
        </p>
      )}
      {stage.name === 'deleting' && (
        <ProgressBar
          label={title}
          fraction={stage.total === 0 ? 1 : stage.done / stage.total}
          valueText={t.deleteProgress(formats.number(stage.done), formats.number(stage.total))}
        />
      )}
    </Dialog>
  );
}
