import type { JournalStore } from '#lib/JournalStore.ts';
import type { OpenUpload } from './OperationRun.ts';
import { isObjectEdit } from './ObjectEdit.ts';
import type { OperationId, OperationRoot } from './OperationState.ts';
import type { OperationRequest } from './OperationEngine.ts';
import { isRestoreWish } from './restoreArchived.ts';

/** What an operation needs to go on in another page; what is left to do is asked of the bucket. */
export interface JournaledOperation extends OperationRequest {
  readonly id: OperationId;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
}

export interface OperationJournal {
  readonly write: (operation: JournaledOperation) => Promise<void>;
  readonly forget: (id: OperationId) => Promise<void>;
  readonly read: () => Promise<readonly JournaledOperation[]>;
  readonly noteUpload: (id: OperationId, upload: OpenUpload) => Promise<void>;
  readonly dropUpload: (id: OperationId, upload: OpenUpload) => Promise<void>;
  readonly openUploads: (id: OperationId) => Promise<readonly OpenUpload[]>;
}

/** Where the browser keeps nothing, an operation works all the same, but not beyond its page. */
export function createOperationJournal(store: JournalStore): OperationJournal {
  const entries = async (prefix: readonly string[]): Promise<readonly unknown[]> => {
    const found = await store.entries(prefix).catch(() => []);
    return found.map(({ value }) => value);
  };
  return {
    write: (operation) => quietly(store.put(['operation', operation.id], operation)),
    forget: async (id) => {
      await quietly(store.remove(['operation', id]));
      await quietly(store.remove(['upload', id]));
    },
    read: async () => (await entries(['operation'])).filter(isOperation),
    noteUpload: (id, upload) => quietly(store.put(['upload', id, upload.uploadId], upload)),
    dropUpload: (id, upload) => quietly(store.remove(['upload', id, upload.uploadId])),
    openUploads: async (id) => (await entries(['upload', id])).filter(isUpload),
  };
}

async function quietly(write: Promise<void>): Promise<void> {
  await write.catch(() => undefined);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isOperation(value: unknown): value is JournaledOperation {
  if (!isRecord(value)) return false;
  const { id, kind, connectionId, name, addedAt, roots } = value;
  return (
    [id, connectionId, name].every((each) => typeof each === 'string') &&
    isKind(kind, value) &&
    typeof addedAt === 'number' &&
    Array.isArray(roots) &&
    roots.every(isRoot)
  );
}

/** With what it needs to be done. */
function isKind(kind: unknown, { edit, wish }: Record<string, unknown>): boolean {
  if (kind === 'edit') return isObjectEdit(edit);
  if (kind === 'restoreArchived') return isRestoreWish(wish);
  return kind === 'move' || kind === 'copy' || kind === 'delete';
}

function isRoot(value: unknown): value is OperationRoot {
  if (!isRecord(value)) return false;
  const { from, to, onExisting } = value;
  return (
    typeof from === 'string' &&
    (to === undefined || typeof to === 'string') &&
    (onExisting === undefined || onExisting === 'ask' || onExisting === 'replace')
  );
}

function isUpload(value: unknown): value is OpenUpload {
  return isRecord(value) && typeof value.key === 'string' && typeof value.uploadId === 'string';
}
