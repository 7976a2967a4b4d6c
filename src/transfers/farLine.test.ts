import { setMaxListeners } from 'node:events';
import { expect, test } from 'vitest';
import type { CosClient, SendOptions } from '#cos/CosClient.ts';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import { createTransferEngine } from './createTransferEngine.ts';
import { loadMovers } from './loadMovers.ts';
import { MIB } from './planParts.ts';
import { joinSymbolic, symbolicCrc64, SymbolicFile } from './testing/SymbolicBlob.ts';
import { VirtualTime } from './testing/VirtualTime.ts';
import { delay } from './Timers.ts';
import { isFinished } from './TransferState.ts';

setMaxListeners(0); // One signal stops all lanes of a transfer; Node takes more than ten listeners for a leak.

await loadMovers(); // Or virtual time passes while the disk is read.

const ROUND_TRIP_MS = 50;
const BYTES_PER_SECOND = 20e6;

/** Every request is preflighted, and each connection has its own limit. */
function farAway(time: VirtualTime, connections: number): CosClient {
  const bucket = new InMemoryCosClient({ join: joinSymbolic, crc64: symbolicCrc64 });
  const waiting: (() => void)[] = [];
  let free = connections;
  const far = async (
    name: keyof CosClient,
    input: { body?: Blob },
    { onStart }: SendOptions = {},
  ): Promise<unknown> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((granted) => waiting.push(granted));
    onStart?.();
    const never = new AbortController().signal;
    await delay(time, ROUND_TRIP_MS, never);
    await delay(time, ((input.body?.size ?? 0) * 1000) / BYTES_PER_SECOND, never);
    const answer: unknown = await Reflect.apply(bucket[name] as () => unknown, bucket, [input]);
    await delay(time, ROUND_TRIP_MS, never);
    const next = waiting.shift();
    if (next) next();
    else free += 1;
    return answer;
  };
  return new Proxy<CosClient>(bucket, {
    get: (_, name: keyof CosClient) => {
      if (name === 'location') return bucket.location;
      if (name === 'connections') return connections;
      return (input: { body?: Blob }, options?: SendOptions) => far(name, input, options);
    },
  });
}

/** Milliseconds for 256 MiB, over a line that nobody knows yet and again when it is known. */
async function send(connections: number, partsInFlight: number): Promise<{ first: number; again: number }> {
  const time = new VirtualTime(1);
  const cos = farAway(time, connections);
  const engine = createTransferEngine({
    cosFor: () => cos,
    crc64: (blob) => Promise.resolve(symbolicCrc64(blob)),
    timers: time,
    network: { isOnline: () => true, subscribe: () => () => undefined },
    random: () => 0.5,
    settings: { partsInFlight },
  });
  const upload = async (key: string): Promise<number> => {
    const started = time.now();
    const ended: number[] = [];
    const unsubscribe = engine.subscribe((events) => {
      for (const event of events) {
        if (event.type === 'changed' && isFinished(event.transfer.state)) ended.push(time.now());
      }
    });
    const file = new SymbolicFile(key, key, 256 * MIB);
    engine.addUploads([{ connectionId: 'far', key, name: key, file, onExisting: 'replace' }]);
    while (ended.length === 0) await time.pass(100);
    unsubscribe();
    return (ended[0] ?? 0) - started;
  };
  const times = { first: await upload('first'), again: await upload('again') };
  engine.dispose();
  return times;
}

/** Two round trips for Initiate and two for Complete, and each lane's parts with two round trips and their bytes. */
function ideal(lanes: number, partsOfALane: number): number {
  const bytes = (256 * MIB) / lanes;
  return 4 * ROUND_TRIP_MS + partsOfALane * 2 * ROUND_TRIP_MS + (bytes * 1000) / BYTES_PER_SECOND;
}

test.each([
  // connections, lanes, most parts of one lane: together they hold at most 96 MiB
  ['all connections of two names', 11, 11, 3],
  ['six lanes', 11, 6, 3],
  ['one name, a connection of which is kept free', 5, 11, 3],
])('256 MiB on a far line, %s: hardly slower than the best there is', async (_, connections, partsInFlight, parts) => {
  const { first, again } = await send(connections, partsInFlight);
  const best = ideal(Math.min(connections, partsInFlight), parts);
  expect(again).toBeLessThan(best * 1.02);
  // The first parts are small, because their answers tell about the line, and only one name's connections send them.
  expect(first).toBeLessThan(best * 1.09);
});
