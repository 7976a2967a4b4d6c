import { describe, expect, test } from 'vitest';
import { createCrc64Worker } from './createCrc64Worker.ts';
import type { Crc64WorkerLike } from './createCrc64Worker.ts';
import type { Crc64Answer, Crc64Request } from './crc64Messages.ts';

/** A worker that says only what the test tells it to. */
class ScriptedWorker extends EventTarget {
  readonly heard: Crc64Request[] = [];
  postMessage(message: Crc64Request): void {
    this.heard.push(message);
  }
  terminate(): void {
    this.heard.length = 0;
  }
  say(data: Crc64Answer): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  crash(): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  }
}

function scriptedWorkers(): { workers: ScriptedWorker[]; start: () => Crc64WorkerLike } {
  const workers: ScriptedWorker[] = [];
  const start = (): Crc64WorkerLike => {
    const worker = new ScriptedWorker();
    workers.push(worker);
    return worker;
  };
  return { workers, start };
}

describe('createCrc64Worker', () => {
  test('queues several jobs on one worker and gives each its own answer', async () => {
    const { workers, start } = scriptedWorkers();
    const crc64 = createCrc64Worker(start);
    const first = crc64(new Blob(['a']));
    const second = crc64(new Blob(['b']));
    expect(workers).toHaveLength(1);
    workers[0]?.say({ id: 2, crc64: '22' });
    workers[0]?.say({ id: 1, crc64: '11' });
    expect([await first, await second]).toEqual(['11', '22']);
  });

  test('a block moves to the worker and comes back; when the worker is gone, so is the block', async () => {
    const { workers, start } = scriptedWorkers();
    const { ofBlock } = createCrc64Worker(start);
    const counted = ofBlock(new Uint8Array([1, 2]));
    const [request] = workers[0]?.heard ?? [];
    expect(request).toMatchObject({ type: 'block', id: 1, bytes: new Uint8Array([1, 2]) });
    const bytes = new Uint8Array([1, 2]);
    workers[0]?.say({ id: 1, crc64: '12', bytes });
    expect(await counted).toEqual({ crc64: '12', bytes });
    const lost = ofBlock(new Uint8Array([3]));
    workers[0]?.crash();
    await expect(lost).rejects.toMatchObject({ failure: { code: 'FileWorkerStopped' } });
  });

  test('an aborted job rejects at once, is cancelled in the worker, and leaves the others alone', async () => {
    const { workers, start } = scriptedWorkers();
    const crc64 = createCrc64Worker(start);
    const leaving = new AbortController();
    const aborted = crc64(new Blob(['a']), leaving.signal);
    const other = crc64(new Blob(['b']));
    leaving.abort();
    await expect(aborted).rejects.toBe(leaving.signal.reason);
    expect(workers[0]?.heard.at(-1)).toEqual({ type: 'cancel', id: 1 });
    workers[0]?.say({ id: 2, crc64: '22' });
    expect(await other).toBe('22');
    await expect(crc64(new Blob(['c']), leaving.signal)).rejects.toBe(leaving.signal.reason);
  });

  test.each([
    ['NotReadableError', 'FileChanged'],
    ['NotFoundError', 'FileUnreadable'],
    ['RangeError', 'Unexpected'],
  ])('a read that fails with %s is %s', async (errorName, code) => {
    const { workers, start } = scriptedWorkers();
    const hashing = createCrc64Worker(start)(new Blob(['a']));
    workers[0]?.say({ id: 1, errorName, message: 'no' });
    await expect(hashing).rejects.toMatchObject({ failure: { kind: 'local', code } });
  });

  test('a crash fails the open jobs, and the next one gets a new worker', async () => {
    const { workers, start } = scriptedWorkers();
    const crc64 = createCrc64Worker(start);
    const first = crc64(new Blob(['a']));
    workers[0]?.say({ id: 1, crc64: '11' });
    await first;
    const lost = crc64(new Blob(['b']));
    workers[0]?.crash();
    await expect(lost).rejects.toMatchObject({ failure: { code: 'Unexpected' } });
    const next = crc64(new Blob(['c']));
    expect(workers).toHaveLength(2);
    workers[1]?.say({ id: 3, crc64: '33' });
    expect(await next).toBe('33');
  });

  test('a worker whose code does not come is started again; its jobs wait, one that was given up does not', async () => {
    const { workers, start } = scriptedWorkers();
    const lines: (() => void)[] = [];
    const crc64 = createCrc64Worker(start, () => new Promise((resolve) => lines.push(resolve)));
    const leaving = new AbortController();
    const given = crc64(new Blob(['a']), leaving.signal);
    const kept = crc64(new Blob(['b']));
    workers[0]?.crash();
    leaving.abort();
    await expect(given).rejects.toBe(leaving.signal.reason);
    expect(workers).toHaveLength(1);
    lines.shift()?.();
    await Promise.resolve();
    expect(workers[1]?.heard).toMatchObject([{ type: 'hash', id: 2 }]);
    workers[1]?.say({ id: 2, crc64: '22' });
    expect(await kept).toBe('22');
  });

  test('code that never comes is said to be missing', async () => {
    const { workers, start } = scriptedWorkers();
    const tries: number[] = [];
    const crc64 = createCrc64Worker(start, (count) => {
      tries.push(count);
      return count === 1 ? undefined : Promise.resolve();
    });
    for (const worker of [0, 2]) {
      const lost = crc64(new Blob(['a']));
      workers[worker]?.crash();
      await Promise.resolve();
      workers[worker + 1]?.crash();
      await expect(lost).rejects.toMatchObject({ failure: { kind: 'network', code: 'PartNotLoaded' } });
    }
    // Whoever asks again later has all tries anew.
    expect(tries).toEqual([0, 1, 0, 1]);
  });
});
