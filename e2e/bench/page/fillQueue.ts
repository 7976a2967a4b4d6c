import { createCosClient } from '#cos/createCosClient.ts';
import { createLanes } from '#cos/lanes.ts';
import { createCrc64Worker } from '#lib/createCrc64Worker.ts';
import { createTransferEngine } from '#transfers/createTransferEngine.ts';
import { createTransferStore } from '#transfers/createTransferStore.ts';
import { openConnection } from './openConnection.ts';
import { pageTimers } from './pageTimers.ts';
import { watchTasks } from './watchTasks.ts';

export interface QueueTimes {
  /** All calls of `addUploads` together, milliseconds. */
  readonly addMs: number;
  /** From the first call to the last file done. */
  readonly totalMs: number;
  /** Longest time for which the page could do nothing else. */
  readonly longestTaskMs: number;
}

/** As the app adds what a folder walk finds. */
const BATCH = 200;
/** CRC-64 of no bytes. */
const EMPTY_CRC64 = '0';

/**
 * Queues this many empty files and lets the engine, its store and the client do all their work on them, against a server
 * that is inside the page and answers at once: what is measured is our own bookkeeping, signatures included.
 */
export async function fillQueue(count: number): Promise<QueueTimes> {
  const { connection, credentials, clock } = await openConnection(2);
  const cos = createCosClient({ connection, credentials, clock, lanes: createLanes(), fetch: fetchHere });
  const engine = createTransferEngine({
    cosFor: () => cos,
    crc64: createCrc64Worker(),
    timers: pageTimers,
    network: { isOnline: () => true, subscribe: () => () => undefined },
    random: Math.random,
  });
  const store = createTransferStore(engine);
  await cos.putObject({ key: 'first', body: new Blob() }).catch(() => undefined); // Keys and signing code are there.
  const file = new Blob();

  const watch = watchTasks();
  const started = performance.now();
  const done = new Promise<void>((resolve) => {
    store.subscribe(({ totals: { counts } }) => {
      if (counts.completed === count) resolve();
    });
  });
  let addMs = 0;
  for (let at = 0; at < count; at += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - at) }, (_, index) => {
      const key = `queue/${at + index}`;
      return { connectionId: connection.id, key, name: key, file, onExisting: 'ask' as const };
    });
    const before = performance.now();
    engine.addUploads(batch);
    addMs += performance.now() - before;
    await new Promise(nextTask); // The walk of a folder, too, comes back to the page between batches.
  }
  await done;
  const totalMs = performance.now() - started;
  return { addMs, totalMs, longestTaskMs: await watch.stop() };
}

function fetchHere(): Promise<Response> {
  const headers = { ETag: '"e"', 'x-cos-hash-crc64ecma': EMPTY_CRC64 };
  return Promise.resolve(new Response(null, { status: 204, headers }));
}

function nextTask(resolve: (value: unknown) => void): void {
  setTimeout(resolve, 0);
}
