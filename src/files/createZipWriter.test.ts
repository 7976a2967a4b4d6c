import { execFileSync } from 'node:child_process';
import { ftruncateSync, mkdtempSync, openSync, writeSync, closeSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createCRC32 } from 'hash-wasm';
import { createZipWriter, type ZipWriter } from './createZipWriter.ts';

const folder = mkdtempSync(join(tmpdir(), 'beeline-zip-'));
afterAll(() => rmSync(folder, { recursive: true }));
const crc = await createCRC32();
const crc32Of = (bytes: Uint8Array): number => Number.parseInt(crc.init().update(bytes).digest('hex'), 16);
const encoder = new TextEncoder();

/** A writer into a real file. Pieces of many zeros are left out: what nobody writes is a hole, and costs no disk. */
function zipFile(name: string): { path: string; zip: ZipWriter; writes: () => number; done: () => Promise<void> } {
  const path = join(folder, name);
  const file = openSync(path, 'w');
  let writes = 0;
  const zip = createZipWriter(async (bytes, atByte) => {
    writes += 1;
    if (bytes.length >= 64 * 1024 * 1024) return;
    writeSync(file, bytes, 0, bytes.length, atByte);
    // As the worker that writes downloads does: the buffer moves there, and is empty here afterwards.
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  });
  const done = async (): Promise<void> => {
    // The length is the last word, as for a download: what is behind it is cut off.
    ftruncateSync(file, await zip.finish());
    closeSync(file);
  };
  return { path, zip, writes: () => writes, done };
}

async function add(zip: ZipWriter, path: string, text: string): Promise<void> {
  const bytes = encoder.encode(text);
  await zip.begin(path, bytes.length, new Date(2026, 10, 24, 18, 30, 10));
  await zip.append(bytes);
  await zip.end(crc32Of(bytes));
}

/** What Python's reader prints about the archive, as JSON. */
function readByPython(path: string, print: string): unknown {
  const program = `import json,sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(json.dumps(${print}))`;
  return JSON.parse(execFileSync('python3', ['-c', program, path], { encoding: 'utf8' }));
}

test('files, folders and names of any script read back by Python and unzip', { timeout: 60_000 }, async () => {
  const { path, zip, done } = zipFile('small.zip');
  await add(zip, 'a.txt', 'hello');
  await add(zip, '报告/🙂.txt', 'world');
  await add(zip, 'empty/', '');
  await add(zip, 'zero', '');
  await zip.begin('large.bin', 3_000_000, new Date(0));
  const large = new Uint8Array(3_000_000).fill(7);
  await zip.append(large.slice(0, 2_000_000));
  await zip.append(large.slice(2_000_000));
  await zip.end(crc32Of(large));
  await done();
  const time = [2026, 11, 24, 18, 30, 10];
  expect(readByPython(path, '[[i.filename, i.file_size, list(i.date_time)] for i in z.infolist()]')).toEqual([
    ['a.txt', 5, time],
    ['报告/🙂.txt', 5, time],
    ['empty/', 0, time],
    ['zero', 0, time],
    ['large.bin', 3_000_000, expect.arrayContaining([1980, 1])],
  ]);
  expect(execFileSync('unzip', ['-tq', path], { encoding: 'utf8' })).toContain('No errors detected');
});

test(
  'written front to back only: the checksums follow the bytes, and readers find them',
  { timeout: 60_000 },
  async () => {
    const path = join(folder, 'in-order.zip');
    const file = openSync(path, 'w');
    const piece = new Uint8Array(64 * 1024 * 1024);
    let end = 0;
    const zip = createZipWriter(
      async (bytes, atByte) => {
        expect(atByte).toBe(end);
        end += bytes.length;
        // What is in front of the zeros of a piece; those themselves are left out.
        writeSync(file, bytes, 0, bytes.length % piece.length, atByte);
      },
      { inOrder: true },
    );
    await add(zip, 'a.txt', 'hello');
    await add(zip, 'empty/', '');
    await zip.begin('huge', 65 * piece.length, new Date());
    for (let n = 0; n < 65; n += 1) await zip.append(piece);
    await zip.end(0);
    await add(zip, 'behind', 'found');
    ftruncateSync(file, await zip.finish());
    closeSync(file);
    expect(readByPython(path, '[[i.filename, i.file_size] for i in z.infolist()]')).toEqual([
      ['a.txt', 5],
      ['empty/', 0],
      ['huge', 65 * piece.length],
      ['behind', 5],
    ]);
    expect(readByPython(path, "[z.read('a.txt').decode(), z.read('behind').decode()]")).toEqual(['hello', 'found']);
    expect(execFileSync('unzip', ['-tq', path, 'a.txt', 'behind'], { encoding: 'utf8' })).toContain(
      'No errors detected',
    );
  },
);

test('more entries than 16 bits count are a valid archive, in few writes', { timeout: 60_000 }, async () => {
  const { path, zip, writes, done } = zipFile('many.zip');
  for (let n = 0; n < 65_600; n += 1) await add(zip, `${n}`, '');
  await done();
  expect(writes()).toBeLessThan(20);
  expect(readByPython(path, 'len(z.namelist())')).toBe(65_600);
  expect(execFileSync('unzip', ['-tq', path], { encoding: 'utf8' })).toContain('No errors detected');
});

test('an entry over 4 GiB, and one that begins behind it', { timeout: 60_000 }, async () => {
  const { path, zip, done } = zipFile('far.zip');
  const piece = new Uint8Array(64 * 1024 * 1024);
  const pieces = 65;
  await zip.begin('huge', pieces * piece.length, new Date());
  for (let n = 0; n < pieces; n += 1) await zip.append(piece);
  await zip.end(0);
  await add(zip, 'behind', 'found');
  await done();
  expect(readByPython(path, '[[i.filename, i.file_size] for i in z.infolist()]')).toEqual([
    ['huge', pieces * piece.length],
    ['behind', 5],
  ]);
  expect(readByPython(path, "z.read('behind').decode()")).toBe('found');
});

test('an entry that has not got its bytes cannot be ended, so no archive is short', async () => {
  const { zip } = zipFile('short.zip');
  await zip.begin('a', 3, new Date());
  await zip.append(encoder.encode('ab'));
  await expect(zip.end(0)).rejects.toThrow(RangeError);
});
