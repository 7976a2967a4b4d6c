import { expect, test } from 'vitest';
import type { Collected } from '#files/Collected.ts';
import type { UploadRequest } from '#transfers/TransferEngine.ts';
import { takeOffered } from './takeOffered.ts';

const terms = { maxBytes: 10, contentType: '', prefix: 'in/x/' };
const file = (relativePath: string, bytes = 1): Collected => ({
  type: 'file',
  relativePath,
  file: new File([new Uint8Array(bytes)], relativePath.slice(relativePath.lastIndexOf('/') + 1)),
});

function setUp() {
  const added: UploadRequest[] = [];
  const batches: number[] = [];
  const engine = {
    addUploads: (uploads: readonly UploadRequest[]) => {
      added.push(...uploads);
      batches.push(uploads.length);
      return [];
    },
  };
  return { added, batches, engine };
}

test('paths are kept, and of one name twice both', async () => {
  const { added, engine } = setUp();
  const given = new Set<string>();
  await takeOffered(engine, terms, given, [file('a.txt'), file('f/a.txt'), file('a.txt'), file('cafe\u0301.txt')]);
  await takeOffered(engine, terms, given, [file('a.txt')]);
  expect(added.map(({ key }) => key)).toEqual([
    'in/x/a.txt',
    'in/x/f/a.txt',
    'in/x/a (1).txt',
    'in/x/caf\u00E9.txt',
    'in/x/a (2).txt',
  ]);
  expect(added.every(({ onExisting, numbersItself }) => onExisting === 'ask' && numbersItself === true)).toBe(true);
});

test('what cannot be sent is told, and nothing of it leaves', async () => {
  const { added, engine } = setUp();
  const offered = await takeOffered(engine, terms, new Set(), [
    file('big.bin', 11),
    { type: 'unreadable', relativePath: 'gone.txt' },
    { type: 'junk', relativePath: '.DS_Store' },
    { type: 'emptyFolder', relativePath: 'empty/' },
    file('ok.bin', 10),
  ]);
  expect(added.map(({ name }) => name)).toEqual(['ok.bin']);
  expect(offered.addedCount).toBe(1);
  expect(offered.refused.map(({ path, because }) => [path, because.why])).toEqual([
    ['big.bin', 'tooLarge'],
    ['gone.txt', 'unreadable'],
  ]);
});

test('a large folder is sent while it is walked', async () => {
  const { batches, engine } = setUp();
  await takeOffered(
    engine,
    terms,
    new Set(),
    Array.from({ length: 450 }, (_, at) => file(`${at}.txt`)),
  );
  expect(batches).toEqual([200, 200, 50]);
});
