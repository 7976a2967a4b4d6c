import { expect, test } from 'vitest';
import { mapInSlices } from './mapInSlices.ts';

/** Work that takes its time, on the page's own thread. */
function busy(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

test('maps in order, also what comes later', async () => {
  expect(await mapInSlices([1, 2, 3], async (item, at) => item * 10 + at)).toEqual([10, 21, 32]);
  expect(await mapInSlices([], () => 1)).toEqual([]);
});

test('others get their turn between, and are told how far it is', async () => {
  const told: number[] = [];
  let turns = 0;
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => {
    turns += 1;
  });
  channel.port1.start();
  const mapping = mapInSlices([1, 2, 3, 4], () => busy(9), {
    onProgress: (done) => {
      told.push(done);
      channel.port2.postMessage('');
    },
  });
  await mapping;
  channel.port1.close();
  expect(told).toEqual([1, 2, 3, 4]);
  expect(turns).toBeGreaterThanOrEqual(3);
});

test('a signal stops it at the next slice', async () => {
  const controller = new AbortController();
  let done = 0;
  const mapping = mapInSlices([1, 2, 3], () => busy(9), {
    signal: controller.signal,
    onProgress: (count) => {
      done = count;
      controller.abort();
    },
  });
  await expect(mapping).rejects.toThrow(/abort/i);
  expect(done).toBe(1);
});
