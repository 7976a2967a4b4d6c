import type { ObjectKey } from '#cos/objectKey.ts';
import type { JournalStore } from '#lib/JournalStore.ts';
import { isAccessWish } from './AccessWish.ts';
import type { ConflictAnswer } from './NameConflict.ts';
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
  readonly noteAnswers: (id: OperationId, answers: ReadonlyMap<ObjectKey, ConflictAnswer>) => Promise<void>;
  /** What the person decided about taken names. */
  readonly answers: (id: OperationId) => Promise<ReadonlyMap<ObjectKey, ConflictAnswer>>;
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
      await Promise.all(['operation', 'upload', 'answers'].map((kind) => quietly(store.remove([kind, id]))));
    },
    read: async () => (await entries(['operation'])).filter(isOperation),
    noteAnswers: (id, answers) => quietly(store.put(['answers', id], [...answers])),
    answers: async (id) => {
      const [noted] = await entries(['answers', id]);
      return new Map(Array.isArray(noted) ? noted.filter(isAnswer) : []);
    },
    noteUpload: (id, upload) => quietly(store.put(['upload', id, upload.uploadId], upload)),
    dropUpload: (id, upload) => quietly(store.remove(['upload', id, upload.uploadId])),
    openUploads: async (id) => (await entries(['upload', id])).filter(isUpload),
  };
}

async function quietly(write: Promise<void>): Promise<void> {
  await write.catch(() => undefined);
}

const KINDS: ReadonlySet<unknown> = new Set<OperationRequest['kind']>([
  'copy',
  'move',
  'trash',
  'delete',
  'restore',
  'bringBack',
  'purge',
  'create',
]);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isOperation(value: unknown): value is JournaledOperation {
  if (!isRecord(value)) return false;
  const { id, kind, connectionId, toConnectionId = '', name, addedAt, roots } = value;
  return (
    [id, connectionId, toConnectionId, name].every((each) => typeof each === 'string') &&
    isKind(kind, value) &&
    typeof addedAt === 'number' &&
    Array.isArray(roots) &&
    roots.every(isRoot)
  );
}

/** With what it needs to be done. */
function isKind(kind: unknown, { edit, access, wish }: Record<string, unknown>): boolean {
  if (kind === 'edit') return isObjectEdit(edit);
  if (kind === 'access') return isAccessWish(access);
  if (kind === 'restoreArchived') return isRestoreWish(wish);
  return KINDS.has(kind);
}

function isRoot(value: unknown): value is OperationRoot {
  if (!isRecord(value)) return false;
  const { from, to, isOnlyMarker } = value;
  return (
    typeof from === 'string' &&
    (isOnlyMarker === undefined || typeof isOnlyMarker === 'boolean') &&
    (to === undefined || typeof to === 'string')
  );
}

function isAnswer(value: unknown): value is [ObjectKey, ConflictAnswer] {
  if (!Array.isArray(value)) return false;
  const [key, answer] = value as unknown[];
  return typeof key === 'string' && ['replace', 'keep-both', 'skip'].includes(answer as string);
}

function isUpload(value: unknown): value is OpenUpload {
  if (!isRecord(value)) return false;
  const { key, uploadId, content = '' } = value;
  return [key, uploadId, content].every((each) => typeof each === 'string');
}
