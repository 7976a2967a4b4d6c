import { ChevronRight, Folder } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { Prefix } from '#cos/objectKey.ts';
import { isAbortError, toFailure, type Failure } from '#lib/Failure.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { displayName } from '#text/displayName.ts';
import { moving as en } from '#text/en/moving.ts';
import { useTopic } from '#text/useTopic.ts';
import { useText } from '#text/useText.ts';
import { moving as zh } from '#text/zh/moving.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import { breadcrumbs } from './breadcrumbs.ts';
import styles from './MoveDialog.module.css';

export interface MoveDialogProps {
  readonly kind: 'move' | 'copy';
  readonly entries: readonly ListingEntry[];
  /** Where they are, and where the picker begins. */
  readonly connectionId: string;
  readonly prefix: Prefix;
  /** Where they can go; the one they are in among them. */
  readonly connections: readonly MoveTarget[];
  /** What is in a prefix, page by page. */
  readonly list: (connectionId: string, prefix: Prefix, signal: AbortSignal) => AsyncIterable<readonly ListingEntry[]>;
  /** What these keys cannot carry along, in words. */
  readonly warnings: (connectionId: string) => readonly string[];
  readonly onGo: (connectionId: string, target: Prefix) => void;
  readonly onClose: () => void;
}

/** A bucket, or a prefix of one, that things can be put into. */
export type MoveTarget = Pick<Connection, 'id' | 'label' | 'prefix'>;

/** What the picker shows of a place; kept with the place it belongs to, so that a late page is never shown elsewhere. */
interface Seen {
  readonly connectionId: string;
  readonly at: Prefix;
  readonly entries: readonly ListingEntry[];
  readonly isWhole: boolean;
  readonly failure?: Failure;
}

/** Walks through folders and puts the chosen things where one stops: the click way of every drag. */
export function MoveDialog(props: MoveDialogProps) {
  const { kind, entries, prefix, connections, list, onGo, onClose } = props;
  const { t } = useText();
  const words = useTopic({ en, zh });
  const [{ connectionId, at }, setPlace] = useState({ connectionId: props.connectionId, at: prefix });
  const nothing: Seen = { connectionId, at, entries: [], isWhole: false };
  const [seen, setSeen] = useState(nothing);
  const setAt = (target: Prefix): void => setPlace({ connectionId, at: target });
  const { label: rootLabel = '', prefix: rootPrefix = '' } = connections.find(({ id }) => id === connectionId) ?? {};

  useEffect(() => {
    const controller = new AbortController();
    async function load(): Promise<void> {
      const found: ListingEntry[] = [];
      for await (const page of list(connectionId, at, controller.signal)) {
        for (const entry of page) found.push(entry);
        setSeen({ connectionId, at, entries: found, isWhole: false });
      }
      setSeen({ connectionId, at, entries: found, isWhole: true });
    }
    load().catch((error: unknown) => {
      if (!isAbortError(error)) setSeen({ ...nothing, isWhole: true, failure: toFailure(error) });
    });
    return () => controller.abort();
    // The lister is the same for as long as the dialog is open.
    // oxlint-disable-next-line react/exhaustive-deps -- mounted once per question: a new one is a new component
  }, [connectionId, at]);

  const here = seen.at === at && seen.connectionId === connectionId ? seen : nothing;
  const isElsewhere = connectionId !== props.connectionId;
  const moved = new Set(
    entries.flatMap((entry) => (entry.type === 'folder' && kind === 'move' && !isElsewhere ? [entry.prefix] : [])),
  );
  const folders = here.entries.filter((entry) => entry.type === 'folder' && !moved.has(entry.prefix));
  const taken = new Set(here.entries.map(({ name }) => name));
  const takenCount = entries.filter(({ name }) => taken.has(name)).length;
  const isSame = !isElsewhere && at === prefix;
  const title = kind === 'move' ? words.moveTitle(entries.length) : words.copyTitle(entries.length);

  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            look="primary"
            disabled={isSame && kind === 'move'}
            onClick={() => {
              onClose();
              onGo(connectionId, at);
            }}
          >
            {kind === 'move' ? words.moveHere : words.copyHere}
          </Button>
        </>
      }
    >
      {connections.length > 1 && (
        <label className={styles.connection}>
          {words.targetConnection}
          <select
            value={connectionId}
            onChange={({ target: { value } }) => {
              const chosen = connections.find(({ id }) => id === value);
              const start = value === props.connectionId ? prefix : chosen?.prefix;
              setPlace({ connectionId: value, at: start ?? '' });
            }}
          >
            {connections.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <nav aria-label={words.targetFolder}>
        <ol className={styles.path}>
          {breadcrumbs(rootPrefix, at).map((crumb, index) => (
            <li key={crumb.prefix}>
              {index > 0 && <ChevronRight size={14} aria-hidden />}
              <button
                type="button"
                className={styles.crumb}
                aria-current={crumb.prefix === at ? 'location' : undefined}
                onClick={() => setAt(crumb.prefix)}
              >
                {index === 0 ? <bdi>{rootLabel}</bdi> : <ObjectName name={crumb.name} keepWhole />}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {here.failure !== undefined && <FailureNotice failure={here.failure} />}
      <ul className={styles.folders} aria-label={words.targetFolder} aria-busy={!here.isWhole}>
        {folders.map((entry) => (
          <li key={entry.name}>
            <button
              type="button"
              className={styles.folder}
              aria-label={t.folderRow(displayName(entry.name).text || t.emptyName)}
              onClick={() => entry.type === 'folder' && setAt(entry.prefix)}
            >
              <Folder size={16} aria-hidden />
              <ObjectName name={entry.name} />
              <ChevronRight size={14} aria-hidden />
            </button>
          </li>
        ))}
        {here.isWhole && folders.length === 0 && <li className={styles.note}>{words.noFoldersHere}</li>}
      </ul>
      <div className={styles.note}>
        {isSame && <p>{kind === 'move' ? words.alreadyHere : words.copiesGetNumbers}</p>}
        {isElsewhere && <p>{words.betweenBuckets}</p>}
        {!isSame && takenCount > 0 && <p>{words.namesTaken(takenCount)}</p>}
        {props.warnings(connectionId).map((warning) => (
          <p key={warning}>{warning}</p>
        ))}
      </div>
    </Dialog>
  );
}
