import type { CosClient } from '#cos/CosClient.ts';
import { DEFAULT_RETRY_POLICY } from '#cos/retryPolicy.ts';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import type { JournalStore } from '#lib/JournalStore.ts';
import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
import { createNameLookup } from '#listing/createNameLookup.ts';
import { createOperationEngine } from '#operations/createOperationEngine.ts';
import { createOperationJournal } from '#operations/createOperationJournal.ts';
import type { OperationEngine } from '#operations/OperationEngine.ts';
import { DEFAULT_OPERATION_POLICY } from '#operations/OperationRun.ts';
import type { Operation, OperationState } from '#operations/OperationState.ts';
import { createOutageGate } from '#transfers/createOutageGate.ts';
import { createMemoryLocks } from '#transfers/testing/createMemoryLocks.ts';
import { createFaultyCosClient, type RequestFault, type SeenRequest } from '#transfers/testing/FaultyCosClient.ts';
import { VirtualTime } from '#transfers/testing/VirtualTime.ts';

const KEYS = ['a/1', 'a/2', 'a/3'];

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

/** A bucket with a folder of three objects, and the operation engine behind a line that goes wrong, in virtual time. */
export class OperationMeeting {
  readonly bucket = new InMemoryCosClient({ crc64: checksums() });
  readonly time = new VirtualTime();
  readonly seen: SeenRequest[] = [];
  /** Every status, in words: `waiting retry`, `failed AccessDenied`. */
  readonly story: string[] = [];
  readonly engine: OperationEngine;
  operation: Operation | undefined;
  private readonly store: JournalStore;
  private readonly locks = createMemoryLocks();
  private readonly strikes: { operation: SeenRequest['operation']; fault: RequestFault; left: number }[] = [];
  private readonly listeners = new Set<() => void>();
  private isOnline = true;
  private ids = 0;

  constructor(store: JournalStore = createMemoryJournal()) {
    for (const key of KEYS) this.bucket.seed(key, key);
    this.store = store;
    this.engine = this.openTab();
  }

  /** The next `times` requests of this operation meet the fault. */
  plan(operation: SeenRequest['operation'], fault: RequestFault, times = 1): this {
    this.strikes.push({ operation, fault, left: times });
    return this;
  }

  rename(): string {
    return this.engine.start({ kind: 'move', connectionId: 'c', name: 'a', roots: [{ from: 'a/', to: 'b/' }] });
  }

  remove(): string {
    return this.engine.start({ kind: 'delete', connectionId: 'c', name: 'a', roots: [{ from: 'a/' }] });
  }

  pass(ms: number): Promise<void> {
    return this.time.pass(ms);
  }

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    for (const listener of this.listeners) listener();
  }

  count(operation: SeenRequest['operation']): number {
    return this.seen.filter((request) => request.operation === operation).length;
  }

  get state(): OperationState | undefined {
    return this.operation?.state;
  }

  /** Another page on the same journal, bucket and line. What its engine tells is in the same story. */
  openTab(): OperationEngine {
    const { time, locks } = this;
    const cos: CosClient = createFaultyCosClient({
      inner: this.bucket,
      timers: time,
      strike: (request) => {
        const planned = this.strikes.find(({ operation, left }) => operation === request.operation && left > 0);
        if (planned !== undefined) planned.left -= 1;
        return planned?.fault;
      },
      onRequest: (request) => void this.seen.push(request),
    });
    const door = createOutageGate({
      network: {
        isOnline: () => this.isOnline,
        subscribe: (listener) => {
          this.listeners.add(listener);
          return () => this.listeners.delete(listener);
        },
      },
      timers: time,
      probeEveryMs: 60_000,
    });
    const engine = createOperationEngine({
      cosFor: () => cos,
      doorFor: () => door,
      mayRead: () => true,
      journal: createOperationJournal(this.store),
      lock: (id, signal, onWait) => locks.acquire(id, { signal, steal: false, onWait }),
      isWorkedOn: async (id) => (await locks.heldNames()).has(id),
      lookUp: createNameLookup,
      questions: { begin: () => ({ ask: () => undefined, end: () => undefined, withdraw: () => undefined }) },
      policy: { ...DEFAULT_OPERATION_POLICY, retry: DEFAULT_RETRY_POLICY },
      newId: () => `o${(this.ids += 1)}`,
      now: time.now,
      random: () => 0.5,
      setTimeout: time.setTimeout,
    });
    engine.subscribe((event) => {
      if (event.type !== 'changed') return;
      this.operation = event.operation;
      const words = inWords(event.operation.state);
      if (this.story.at(-1) !== words) this.story.push(words);
    });
    return engine;
  }
}

function inWords(state: OperationState): string {
  if (state.status === 'waiting') return `waiting ${state.reason}`;
  if (state.status === 'failed') return `failed ${state.failure.code}`;
  return state.status;
}
