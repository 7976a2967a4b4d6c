import { useEffect, useRef, useState } from 'react';
import { baseName, type ObjectKey, type Prefix } from '#cos/objectKey.ts';
import { isAbortError, toFailure, type Failure } from '#lib/Failure.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { displayName } from '#text/displayName.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
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
    options: { readonly signal: AbortSignal; readonly onProgress: (done: number) => void },
  ) => Promise<DeleteResult>;
  /** Some or all of it happened. */
  readonly onDeleted: (deleted: readonly ObjectKey[], wholeFolders: readonly Prefix[]) => void;
  readonly onClose: () => void;
}

type Stage =
  | { readonly name: 'counting'; readonly count: number }
  | { readonly name: 'asking'; readonly keys: readonly ObjectKey[] }
  | { readonly name: 'deleting'; readonly done: number; readonly total: number }
  | { readonly name: 'refused'; readonly errors: DeleteResult['errors'] }
  | { readonly name: 'failed'; readonly failure: Failure };

const NAMES_SHOWN = 8;

/** Says exactly what will go, folders counted to the last object, and asks once. Focus starts on the safe button. */
export function DeleteDialog({ entries, keysUnder, deleteKeys, onDeleted, onClose }: DeleteDialogProps) {
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
      if (!controller.signal.aborted) setStage({ name: 'failed', failure: toFailure(error) });
    });
    return () => controller.abort();
    // The dialog is mounted for one question; what it asks about does not change under it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  async function remove(keys: readonly ObjectKey[]): Promise<void> {
    const total = keys.length;
    setStage({ name: 'deleting', done: 0, total });
    try {
      const { deleted, errors } = await deleteKeys(keys, {
        signal: abort.current.signal,
        onProgress: (done) => setStage({ name: 'deleting', done, total }),
      });
      onDeleted(deleted, errors.length === 0 ? folders : []);
      if (errors.length === 0) onClose();
      else setStage({ name: 'refused', errors });
    } catch (error) {
      if (!isAbortError(error)) setStage({ name: 'failed', failure: toFailure(error) });
    }
  }

  const [first] = entries;
  const title =
    entries.length === 1 && first !== undefined
      ? t.deleteTitleNamed(displayName(first.name).text || t.emptyName)
      : t.deleteTitle(entries.length);
  const isOver = stage.name === 'refused' || stage.name === 'failed';

  return (
    <Dialog
      role="alertdialog"
      title={title}
      onClose={onClose}
      actions={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a destructive question starts on the safe answer */}
          <Button autoFocus onClick={onClose}>
            {isOver ? t.close : t.cancel}
          </Button>
          {!isOver && (
            <Button
              look="danger"
              disabled={stage.name !== 'asking'}
              onClick={() => stage.name === 'asking' && void remove(stage.keys)}
            >
              {t.delete}
            </Button>
          )}
        </>
      }
    >
      {entries.length > 1 && !isOver && (
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
      {stage.name === 'refused' && <Refusals errors={stage.errors} />}
      {stage.name === 'failed' && <FailureNotice failure={stage.failure} />}
    </Dialog>
  );
}

function Refusals({ errors }: { readonly errors: DeleteResult['errors'] }) {
  const { t } = useText();
  return (
    <>
      <p>{t.deleteFailedFor(errors.length)}</p>
      <ul className={styles.failures}>
        {errors.slice(0, NAMES_SHOWN).map(({ key, failure }) => (
          <li key={key}>
            <ObjectName name={baseName(key)} />
            <FailureNotice failure={failure} />
          </li>
        ))}
        {errors.length > NAMES_SHOWN && <li>{t.andMore(errors.length - NAMES_SHOWN)}</li>}
      </ul>
    </>
  );
}
