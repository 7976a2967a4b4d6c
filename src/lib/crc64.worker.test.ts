import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Crc64Answer, Crc64Request } from './crc64Messages.ts';

/** The worker's own global scope, played by the test: messages go in by `say` and come out of `heard`. */
const scope = new EventTarget();
const waiting = new Map<number, (answer: Crc64Answer) => void>();
const heard: Crc64Answer[] = [];
vi.stubGlobal('addEventListener', scope.addEventListener.bind(scope));
vi.stubGlobal('postMessage', (answer: Crc64Answer) => {
  heard.push(answer);
  waiting.get(answer.id)?.(answer);
});
await import('./crc64.worker.ts');
afterAll(() => void vi.unstubAllGlobals());

function say(data: Crc64Request): void {
  scope.dispatchEvent(new MessageEvent('message', { data }));
}

let asked = 0;
function hash(blob: Blob): { id: number; answered: Promise<Crc64Answer> } {
  const id = (asked += 1);
  const answered = new Promise<Crc64Answer>((resolve) => waiting.set(id, resolve));
  say({ type: 'hash', id, blob });
  return { id, answered };
}

function count(text: string): { id: number; counted: Promise<Crc64Answer> } {
  const id = (asked += 1);
  const counted = new Promise<Crc64Answer>((resolve) => waiting.set(id, resolve));
  say({ type: 'block', id, bytes: new TextEncoder().encode(text) });
  return { id, counted };
}

const MIB = 1024 * 1024;
const megabyteOfA = new Blob(['a'.repeat(MIB)]);

describe('the checksum worker', () => {
  test.each([
    ['nine digits', ['123456789'], '11051210869376104954'],
    ['nothing', [], '0'],
    ['bcd', ['bcd'], '385034036854231152'],
    ['1 MiB of a', [megabyteOfA], '6701094182323390671'],
    ['both together', [megabyteOfA, 'bcd'], '16459478348349099966'],
  ])('agrees with the published value of %s', async (_what, parts, crc64) => {
    const { id, answered } = hash(new Blob(parts));
    expect(await answered).toEqual({ id, crc64 });
  });

  test('several jobs, some larger than one read, do not mix', async () => {
    const large = new Blob([...Array.from({ length: 17 }, () => megabyteOfA), '!']);
    const jobs = [hash(large), hash(new Blob(['bcd'])), hash(large), hash(new Blob([]))];
    const answers = await Promise.all(jobs.map((job) => job.answered));
    const [first, second, third, fourth] = answers.map((answer) => ('crc64' in answer ? answer.crc64 : ''));
    expect([second, fourth]).toEqual(['385034036854231152', '0']);
    expect(first).toBe(third);
    expect(heard.slice(-4).map((answer) => answer.id)).toEqual(jobs.map((job) => job.id));
  });

  test('a block in memory does not wait behind files, and comes back with its checksum', async () => {
    await count('bcd').counted; // What counts it is there now.
    const files = Array.from({ length: 9 }, () => hash(new Blob(Array.from({ length: 17 }, () => megabyteOfA))));
    const { id, counted } = count('bcd');
    expect(await counted).toEqual({ id, crc64: '385034036854231152', bytes: new TextEncoder().encode('bcd') });
    await Promise.all(files.map(({ answered }) => answered));
    const order = heard.map((answer) => answer.id);
    expect(order.indexOf(id)).toBeLessThan(order.indexOf(files[1]?.id ?? 0));
  });

  test('a cancelled job is passed over without an answer', async () => {
    const large = new Blob(Array.from({ length: 17 }, () => megabyteOfA));
    const [running, queued, last] = [hash(large), hash(large), hash(new Blob(['bcd']))];
    say({ type: 'cancel', id: running.id });
    say({ type: 'cancel', id: queued.id });
    expect(await last.answered).toEqual({ id: last.id, crc64: '385034036854231152' });
    expect(heard.map((answer) => answer.id)).not.toContain(running.id);
    expect(heard.map((answer) => answer.id)).not.toContain(queued.id);
  });

  test('a file that ends early is not counted as whole', async () => {
    const shrunk = Object.assign(new Blob(['1234']), { stream: () => new Blob(['12']).stream() });
    const { id, answered } = hash(shrunk);
    expect(await answered).toMatchObject({ id, errorName: 'NotReadableError' });
  });

  test('a read that fails is reported by its name, and the next job is not harmed', async () => {
    const gone = Object.assign(new Blob(['x']), {
      stream: () => new ReadableStream({ pull: () => Promise.reject(new TypeError('network error')) }),
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('it changed', 'NotReadableError')) }),
    });
    const [broken, next] = [hash(gone), hash(new Blob(['123456789']))];
    expect(await broken.answered).toEqual({ id: broken.id, errorName: 'NotReadableError', message: 'it changed' });
    expect(await next.answered).toEqual({ id: next.id, crc64: '11051210869376104954' });
  });
});
