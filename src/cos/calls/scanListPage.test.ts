import { array, assert, constantFrom, date, integer, nat, oneof, property, record, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ListObjectsOutput } from '../CosCalls.ts';
import { columnsOf } from '../createColumnWriter.ts';
import { etagAt } from '../etagBytes.ts';
import type { ListObjectColumnsOutput } from '../ObjectColumns.ts';
import type { Requester } from '../request.ts';
import { listObjectColumns, listObjects } from './listObjects.ts';
import { scanListPage } from './scanListPage.ts';

interface Row {
  readonly key: string;
  readonly sizeBytes: number;
  readonly time: Date;
  readonly etag: string;
}

const contents = ({ key, sizeBytes, time, etag }: Row): string =>
  `<Contents><Key>${encodeURIComponent(key)}</Key><LastModified>${time.toISOString()}</LastModified>` +
  `<ETag>&quot;${etag}&quot;</ETag><Size>${sizeBytes}</Size><Owner><ID>1</ID><DisplayName>1</DisplayName></Owner>` +
  `<StorageClass>STANDARD_IA</StorageClass></Contents>`;

const page = (rows: readonly Row[], folders: readonly string[], next?: string): string =>
  `<?xml version='1.0' encoding='utf-8' ?>\n<ListBucketResult><Name>b-1</Name><EncodingType>url</EncodingType><Prefix/>` +
  `<Marker/><MaxKeys>1000</MaxKeys><Delimiter>/</Delimiter><IsTruncated>${next !== undefined}</IsTruncated>` +
  (next === undefined ? '' : `<NextMarker>${encodeURIComponent(next)}</NextMarker>`) +
  folders.map((folder) => `<CommonPrefixes><Prefix>${encodeURIComponent(folder)}</Prefix></CommonPrefixes>`).join('') +
  `${rows.map(contents).join('')}</ListBucketResult>`;

const codeOf = (error: { failure: { code: string } }): string => error.failure.code;

/** Both readers on one answer: the page as objects again, or the code of the failure. */
async function readBoth(body: string, prefix = '') {
  const context = { operation: 'ListObjects', action: '', host: 'h', bucket: 'b', region: 'r' };
  const ask = async () => ({ status: 200, headers: new Headers(), body, context });
  const requester = { ask } as unknown as Requester;
  return {
    columns: await listObjectColumns(requester, { prefix }).then((output) => asObjects(output, prefix), codeOf),
    tree: await listObjects(requester, { prefix }).catch(codeOf),
  };
}

function asObjects({ columns, ...rest }: ListObjectColumnsOutput, prefix: string): ListObjectsOutput {
  const name = (row: number): string =>
    prefix + new TextDecoder().decode(columns.names.subarray(columns.ends[row - 1] ?? 0, columns.ends[row]));
  const rows = Array.from({ length: columns.count }, (_, row) => row);
  return {
    commonPrefixes: rows.slice(0, columns.folderCount).map(name),
    objects: rows.slice(columns.folderCount).map((row) => ({
      key: name(row),
      sizeBytes: columns.sizes[row] ?? -1,
      lastModified: new Date(columns.times[row] ?? Number.NaN),
      etag: etagAt(columns, row),
      storageClass: columns.storageClasses[columns.classes[row] ?? -1] ?? '',
    })),
    ...rest,
  };
}

const key = string({
  unit: oneof(constantFrom('a', '/', '%', '&', '<', '+', '\u0001', '\uFFFF', '蜂', '🐝')),
  minLength: 1,
});
const etag = oneof(
  constantFrom('', 'x', 'A'.repeat(32), `${'a'.repeat(32)}-0`, `${'a'.repeat(32)}-10001`),
  string({ unit: constantFrom('0', '9', 'a', 'f'), minLength: 32, maxLength: 32 }),
  nat(9999).map((parts) => `${'0f'.repeat(16)}-${parts}`),
);
const row = record({
  key,
  sizeBytes: integer({ min: 0, max: 999_999_999_999_999 }),
  time: date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') }),
  etag,
});

describe('scanListPage', () => {
  test('reads what the strict reader reads', async () => {
    expect(scanListPage(page([], []), '')).toBeDefined();
    await assertAsync((rows, folders) => page(rows, folders, rows[0]?.key));
  });

  test('a page that is cut, doubled or changed anywhere is read as the strict reader reads it, or refused as there', async () => {
    const whole = page(
      [
        { key: 'b/c&d', sizeBytes: 5, time: new Date(1e12), etag: 'a'.repeat(32) },
        { key: 'e', sizeBytes: 6, time: new Date(1e12), etag: `${'b'.repeat(32)}-7` },
      ],
      ['a/'],
      'e',
    );
    for (let at = 0; at < whole.length; at += 1) {
      for (const changed of [
        whole.slice(0, at),
        whole.slice(0, at) + whole.slice(at + 1),
        `${whole.slice(0, at)}<${whole.slice(at)}`,
        `${whole.slice(0, at)}&amp;${whole.slice(at)}`,
        `${whole.slice(0, at)}7${whole.slice(at)}`,
      ]) {
        const { columns, tree } = await readBoth(changed);
        expect({ changed, read: columns }).toEqual({ changed, read: tree });
      }
    }
  });

  test.each([
    ['<html><body>Sign in</body></html>', 'UnexpectedAnswer'],
    ['<Error><Code>SlowDown</Code><Message>slow</Message></Error>', 'SlowDown'],
    ['', 'UnexpectedAnswer'],
  ])('%j is a failure, never an empty list', async (body, code) => {
    expect(await readBoth(body)).toEqual({ columns: code, tree: code });
  });

  test('names outside of the prefix are a broken listing', async () => {
    const body = page([{ key: 'other/x', sizeBytes: 1, time: new Date(0), etag: '' }], []);
    expect((await readBoth(body, 'mine/')).columns).toBe('ListingBroken');
  });

  test('columns of objects are the same columns', () => {
    const object = { key: 'p/蜂', sizeBytes: 9, lastModified: new Date(7), etag: 'odd', storageClass: 'ARCHIVE' };
    const columns = columnsOf('p/', ['p/q/'], [object]);
    expect(asObjects({ columns }, 'p/')).toEqual({ commonPrefixes: ['p/q/'], objects: [object] });
  });
});

async function assertAsync(make: (rows: readonly Row[], folders: readonly string[]) => string): Promise<void> {
  const pages: string[] = [];
  assert(
    property(array(row, { maxLength: 5 }), array(key, { maxLength: 3 }), (rows, folders) => {
      pages.push(make(rows, folders));
    }),
  );
  for (const body of pages) {
    const { columns, tree } = await readBoth(body);
    expect(columns).toEqual(tree);
    expect(scanListPage(body, '')).toBeDefined();
  }
}
