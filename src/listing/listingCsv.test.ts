import { expect, test } from 'vitest';
import { columnsOf } from '#cos/createColumnWriter.ts';
import { createListingIndex } from './createListingIndex.ts';
import { listingCsv } from './listingCsv.ts';

const facts = { sizeBytes: 7, lastModified: new Date(0), etag: '0'.repeat(32), storageClass: 'STANDARD' };

test('every shown row in its order, with exact names that no spreadsheet runs', async () => {
  const index = createListingIndex('p/');
  const keys = ['p/=HYPERLINK("x")', 'p/a,b"c', 'p/照\n片'];
  index.addPage(
    '',
    columnsOf(
      'p/',
      ['p/sub/'],
      keys.map((key) => Object.assign({ key }, facts)),
    ),
  );
  const text = await (await listingCsv(index, index.rows())).text();
  const end = '"7","1970-01-01T00:00:00.000Z","STANDARD","00000000000000000000000000000000"\r\n';
  expect(text).toBe(
    '"key","type","bytes","modified","storage class","etag"\r\n' +
      '"p/sub/","folder","","","",""\r\n' +
      `"p/=HYPERLINK(""x"")","object",${end}` +
      `"p/a,b""c","object",${end}` +
      `"p/照\n片","object",${end}`,
  );
});

test('a name at the root that looks like a formula is disarmed', async () => {
  const index = createListingIndex('');
  index.addPage('', columnsOf('', [], [{ key: '=1+1', ...facts }]));
  expect(await (await listingCsv(index, index.rows())).text()).toContain(`\r\n"'=1+1","object"`);
});

test('many rows are made piece by piece, each once, and can be stopped', async () => {
  const index = createListingIndex('');
  const count = 9500;
  for (let page = 0; page < count / 1000; page += 1) {
    const keys = Array.from({ length: Math.min(1000, count - page * 1000) }, (_, n) =>
      String(page * 1000 + n).padStart(5, '0'),
    );
    index.addPage(
      page === 0 ? '' : String(page * 1000 - 1).padStart(5, '0'),
      columnsOf(
        '',
        [],
        keys.map((key) => Object.assign({ key }, facts)),
      ),
    );
  }
  const lines = (await (await listingCsv(index, index.rows())).text()).split('\r\n');
  expect(lines.length).toBe(count + 2);
  expect(new Set(lines).size).toBe(count + 2);
  const stop = new AbortController();
  const making = listingCsv(index, index.rows(), { signal: stop.signal });
  stop.abort(new DOMException('enough', 'AbortError'));
  await expect(making).rejects.toThrow('enough');
});
