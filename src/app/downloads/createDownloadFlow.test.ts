import { expect, test } from 'vitest';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import type { DownloadWay } from '#bucket-browser/DownloadWay.ts';
import { someConnection as connection } from '#config/testing/someConnection.ts';
import { createDiskTree } from '#files/createDiskTree.ts';
import type { DownloadPlace, DownloadSink } from '#files/DownloadSink.ts';
import { createDownloadFlow } from './createDownloadFlow.ts';

const MIB = 1024 * 1024;

const object = (name: string, sizeBytes: number): ListedObjectEntry => ({
  type: 'object',
  key: `d/${name}`,
  name,
  sizeBytes,
  lastModified: new Date(0),
  etag: '',
  storageClass: 'STANDARD',
  addressable: true,
});

const nothing = async (): Promise<void> => undefined;
const sink = (place: DownloadPlace): DownloadSink => ({
  place,
  write: nothing,
  truncate: nothing,
  commit: nothing,
  discard: nothing,
});

function setup({ canPick = true, picks = true } = {}) {
  const did: string[] = [];
  const flow = createDownloadFlow({
    engine: {
      addDownload: (download) => {
        did.push(`${download.key} -> ${download.sink.place}`);
        return '';
      },
    },
    canPickTarget: () => canPick,
    pickTarget: async (name) => {
      did.push(`ask for ${name}`);
      return picks ? sink('chosen-file') : undefined;
    },
    canPickTree: () => canPick,
    downloadArchive: (_connection, _prefix, entries) => {
      did.push(`zip of ${entries.map(({ name }) => name).join()}`);
    },
    pickTree: async () => {
      did.push('ask for a folder');
      return picks ? createDiskTree({} as FileSystemDirectoryHandle) : undefined;
    },
    downloadTree: async (_connection, _prefix, entries) => {
      did.push(`tree of ${entries.map(({ name }) => name).join()}`);
      return { added: 0, renamed: { count: 0, examples: [] }, failed: [] };
    },
    stage: () => sink('staged'),
    presign: async (_connection, { key }) => `https://host/${key}?signed`,
    startBrowserDownload: (url) => did.push(url),
  });
  return { did, flow };
}

test.each<[string, number, DownloadWay, boolean, readonly string[]]>([
  ['a small object is not asked about', 127 * MIB, 'usual', true, ['d/o -> staged']],
  ['a large one goes straight where the person says', 128 * MIB, 'usual', true, ['ask for o', 'd/o -> chosen-file']],
  ['a large one is staged where there is no picker', 128 * MIB, 'usual', false, ['d/o -> staged']],
  ['save as asks for a small one too', 0, 'save-as', true, ['ask for o', 'd/o -> chosen-file']],
  ['the browser takes any by itself', 500 * MIB, 'browser', true, ['https://host/d/o?signed']],
])('%s', async (_what, sizeBytes, way, canPick, expected) => {
  const { did, flow } = setup({ canPick });
  await flow(connection, 'd/', [object('o', sizeBytes)], way);
  expect(did).toEqual(expected);
});

test('who closes the picker gets nothing', async () => {
  const { did, flow } = setup({ picks: false });
  await flow(connection, 'd/', [object('o', 0)], 'save-as');
  expect(did).toEqual(['ask for o']);
});

test('several rows, or a folder, ask for a folder once', async () => {
  const { did, flow } = setup();
  await flow(connection, 'd/', [object('a', 1), object('b', 1)], 'usual');
  await flow(connection, 'd/', [{ type: 'folder', prefix: 'd/f/', name: 'f' }], 'usual');
  expect(did).toEqual(['ask for a folder', 'tree of a,b', 'ask for a folder', 'tree of f']);
});

test('several rows are one archive where there is no such picker, and where it is wanted', async () => {
  const without = setup({ canPick: false });
  await without.flow(connection, 'd/', [object('a', 1), object('b', 1)], 'usual');
  const wanted = setup();
  await wanted.flow(connection, 'd/', [{ type: 'folder', prefix: 'd/f/', name: 'f' }], 'zip');
  expect([without.did, wanted.did]).toEqual([['zip of a,b'], ['zip of f']]);
});

test('the picker opens inside the click, before anything is waited for', () => {
  const { did, flow } = setup();
  void flow(connection, 'd/', [object('o', 0)], 'save-as');
  expect(did).toEqual(['ask for o']);
});
