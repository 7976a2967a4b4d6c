import { expect, test } from 'vitest';
import { columnsOf } from '#cos/createColumnWriter.ts';
import type { ArrangeAnswer, ArrangeRequest } from './arrangeMessages.ts';
import { createArranger, type ArrangeWorkerLike } from './createArranger.ts';
import { createListingIndex } from './createListingIndex.ts';

/** A worker that says what it is told to: requests are kept, and the test answers them. */
class ScriptedWorker implements ArrangeWorkerLike {
  readonly requests: ArrangeRequest[] = [];
  isTerminated = false;
  private readonly events = new EventTarget();

  addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    this.events.addEventListener(type, listener);
  }

  postMessage(request: ArrangeRequest): void {
    // As a real one would get it: a copy.
    this.requests.push(structuredClone(request));
  }

  terminate(): void {
    this.isTerminated = true;
  }

  answer(data: ArrangeAnswer): void {
    this.events.dispatchEvent(new MessageEvent('message', { data }));
  }

  crash(message: string): void {
    this.events.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

function arranging(pages: number) {
  const index = createListingIndex('p/');
  for (let page = 0; page < pages; page += 1) index.addPage(page === 0 ? '' : `p/${name(page, 0)}`, pageOf(page));
  const workers: ScriptedWorker[] = [];
  const arranger = createArranger(index, () => {
    const worker = new ScriptedWorker();
    workers.push(worker);
    return worker;
  });
  return { index, arranger, workers };
}

const name = (page: number, row: number): string =>
  `${String(page).padStart(3, '0')}-${String(row).padStart(3, '0')}.txt`;
const object = (key: string, sizeBytes = 1) => ({
  key,
  sizeBytes,
  lastModified: new Date(0),
  etag: 'a'.repeat(32),
  storageClass: 'STANDARD',
});
const pageOf = (page: number) =>
  columnsOf(
    'p/',
    [],
    Array.from({ length: 1000 }, (_, row) => object(`p/${name(page, row + 1)}`)),
  );
const wish = { search: '', locale: 'en' };

test('a short list is arranged at once, and no worker starts', () => {
  const { index, arranger, workers } = arranging(2);
  const found = arranger.now({ ...wish, search: '001-007' });
  expect(Array.from(found ?? [], (row) => index.nameOf(row))).toEqual(['001-007.txt']);
  expect(workers).toHaveLength(0);
});

test('of a long list a block travels once, and again when it was written to', async () => {
  const { index, arranger, workers } = arranging(11);
  expect(arranger.now(wish)).toBeUndefined();
  const fractions: number[] = [];
  const first = arranger.later(wish, (fraction) => fractions.push(fraction));
  const [worker] = workers;
  worker?.answer({ id: 1, type: 'progress', fraction: 0.5 });
  worker?.answer({ id: 1, type: 'arranged', rows: Int32Array.of(3, 1) });
  expect([...(await first)]).toEqual([3, 1]);
  expect(fractions).toEqual([0.5]);

  void arranger.later({ ...wish, search: 'x' });
  index.put([], [object(`p/${name(4, 1)}`, 77)]);
  index.addPage(`p/${name(11, 0)}`, pageOf(11));
  void arranger.later({ ...wish, search: 'y' });
  expect(workers).toHaveLength(1);
  const sent = worker?.requests.map(({ blocks }) => blocks.map(([number]) => number));
  expect(sent).toEqual([[...Array(11).keys()], [], [4, 11]]);
  expect(worker?.requests[2]?.blocks[0]?.[1].sizes[0]).toBe(77);
  expect(worker?.requests[2]?.rows).toHaveLength(12_000);
});

test('only the newest question is answered', async () => {
  const { arranger, workers } = arranging(11);
  const heard: string[] = [];
  void arranger.later(wish).then(() => heard.push('first'));
  const second = arranger.later({ ...wish, search: 'x' }).then((rows) => heard.push(`second: ${rows.length}`));
  workers[0]?.answer({ id: 1, type: 'arranged', rows: new Int32Array(11_000) });
  workers[0]?.answer({ id: 2, type: 'arranged', rows: Int32Array.of(5) });
  await second;
  expect(heard).toEqual(['second: 1']);
});

test('a worker that fails is an error, and the next question gets a new one with everything', async () => {
  const { arranger, workers } = arranging(11);
  const failing = arranger.later(wish);
  workers[0]?.answer({ id: 1, type: 'failed', message: 'RangeError: No such row' });
  await expect(failing).rejects.toThrow('No such row');

  const crashing = arranger.later(wish);
  workers[0]?.crash('out of memory');
  await expect(crashing).rejects.toThrow('out of memory');
  expect(workers[0]?.isTerminated).toBe(true);

  const again = arranger.later(wish);
  expect(workers[1]?.requests[0]?.blocks).toHaveLength(11);
  workers[1]?.answer({ id: 3, type: 'arranged', rows: Int32Array.of(1) });
  expect([...(await again)]).toEqual([1]);
  arranger.close();
  expect(workers[1]?.isTerminated).toBe(true);
});
