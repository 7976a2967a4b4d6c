import { DEFAULT_RETRY_POLICY } from '#cos/retryPolicy.ts';
import type { CallOptions } from '#cos/CosClient.ts';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
import { createOperationEngine } from '../createOperationEngine.ts';
import { createOperationJournal } from '../createOperationJournal.ts';
import type { ConflictAnswer, NameConflict } from '../NameConflict.ts';
import type { OperationRequest } from '../OperationEngine.ts';
import { DEFAULT_OPERATION_POLICY, type OperationPolicy } from '../OperationRun.ts';
import type { Operation } from '../OperationState.ts';

/** Equal for the same bytes: the in-memory bucket copies by handing the same blob on. */
function checksums(): (body: Blob) => string {
  const known = new WeakMap<Blob, string>();
  let count = 0;
  return (body) => {
    const crc = known.get(body) ?? String((count += 1));
    known.set(body, crc);
    return crc;
  };
}

const OPEN_DOOR = {
  pass: async () => ({ isProbe: false, answered: () => {}, lost: () => {}, abandoned: () => {} }),
  rest: async () => {},
  isOnline: () => true,
  onOffline: () => () => {},
};

/** What a person answers who is asked about a taken name: by its key; nothing yet where it is not there. */
export type Answers = Readonly<Record<string, ConflictAnswer>>;

export function startOperationEngine(
  bucket: InMemoryCosClient,
  store = createMemoryJournal(),
  answers: Answers = {},
  policy: Partial<OperationPolicy> = {},
) {
  const asked: NameConflict[] = [];
  let count = 0;
  const engine = createOperationEngine({
    cosFor: () => bucket,
    doorFor: () => OPEN_DOOR,
    mayRead: () => true,
    journal: createOperationJournal(store),
    lock: async () => ({ release: () => {} }),
    isWorkedOn: async () => false,
    lookUp: (cos, below) => ({
      find: async function* find(keys) {
        const { objects } = await cos.listObjects({ prefix: below });
        yield { present: objects.filter(({ key }) => keys.includes(key)) };
      },
    }),
    questions: {
      begin: (_connectionId, onAnswer) => ({
        ask: (conflict) => {
          asked.push(conflict);
          const answer = answers[conflict.to];
          if (answer !== undefined) onAnswer([conflict.to], answer);
        },
        end: () => {},
        withdraw: () => {},
      }),
    },
    policy: { ...DEFAULT_OPERATION_POLICY, retry: DEFAULT_RETRY_POLICY, ...policy },
    newId: () => `o${(count += 1)}`,
    now: () => 0,
    random: () => 0,
    setTimeout: (callback) => callback(),
  });
  const last = new Map<string, Operation>();
  const waiters = new Set<() => void>();
  engine.subscribe((event) => {
    if (event.type === 'changed') last.set(event.operation.id, event.operation);
    for (const look of waiters) look();
  });
  const until = (id: string, status: string): Promise<Operation> =>
    new Promise((resolve) => {
      const look = (): void => {
        const operation = last.get(id);
        if (operation?.state.status !== status) return;
        waiters.delete(look);
        resolve(operation);
      };
      waiters.add(look);
      look();
    });
  return {
    engine,
    asked,
    store,
    last,
    until,
    run: (request: Omit<OperationRequest, 'connectionId' | 'name'>) =>
      engine.start({ connectionId: 'c', name: 'x', ...request }),
  };
}

export function bucketOf(...keys: readonly string[]): InMemoryCosClient {
  const bucket = new InMemoryCosClient({ crc64: checksums() });
  for (const key of keys) bucket.seed(key, key);
  return bucket;
}

/** A promise that a step of the bucket resolves: now it has come so far. */
export function signal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  const heard = new EventTarget();
  return {
    promise: new Promise((done) => heard.addEventListener('come', () => done())),
    resolve: () => heard.dispatchEvent(new Event('come')),
  };
}

/** A call that is never answered, and ends only with its signal. */
export async function silence(how: CallOptions | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    how?.signal?.addEventListener('abort', () => reject(how.signal?.reason as Error));
  });
}
