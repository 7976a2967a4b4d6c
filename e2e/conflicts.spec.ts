import { dirname } from 'node:path';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { dropPaths } from './fixtures/dropPaths.ts';
import { makeFile } from './fixtures/makeFile.ts';
import { expect, expectStatus, row, test, transfer } from './fixtures.ts';
import { readFileSync } from 'node:fs';

test('one sheet for a folder: new files go at once, identical ones are told apart, the rest is decided', async ({
  page,
  app,
  bucket,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests(); // A number that is looked for and free is a 404.
  const [same, bigger, equal] = ['same.bin', 'bigger.bin', 'equal.bin'].map((name) =>
    makeFile(testInfo, `album/${name}`, 5000),
  );
  makeFile(testInfo, 'album/new.bin', 300);
  const folder = dirname(same?.path ?? '');
  await bucket.put('in/album/same.bin', readFileSync(same?.path ?? ''));
  await bucket.put('in/album/bigger.bin', 'old');
  await bucket.put('in/album/equal.bin', readFileSync(bigger?.path ?? ''));
  // The list that is open knows nothing of the folder inside: the names are looked up.
  await app.open({ prefix: 'in/' });
  await expect(row(page, 'album')).toBeVisible();
  await dropPaths(page, page.getByRole('main'), [folder]);

  const sheet = page.getByRole('dialog', { name: /already exist/ });
  const names = sheet.getByRole('listbox').getByRole('option');
  await expect(page.getByRole('dialog', { name: '3 names already exist' })).toBeVisible();
  await expect(names).toHaveCount(3);
  await expect(sheet.getByRole('option', { name: 'album/same.bin, Identical by checksum' })).toBeVisible();
  await expect(sheet.getByRole('option', { name: 'album/bigger.bin, Different size' })).toBeVisible();
  await expect(sheet.getByRole('option', { name: 'album/equal.bin, Same size, different contents' })).toBeVisible();
  await expect.poll(() => bucket.keys()).toContain('in/album/new.bin');
  expect(bucket.requests('HeadObject').map(({ key }) => key)).not.toContain('in/album/bigger.bin');

  await sheet.getByRole('button', { name: /Leave out/ }).click();
  await expect(names).toHaveCount(2);
  await expect(sheet.getByRole('button', { name: 'Skip' })).toBeFocused();
  await sheet.getByRole('option', { name: /equal/ }).click();
  await expect(sheet.getByText(/What should happen with .*equal\.bin/)).toBeVisible();
  await sheet.getByRole('button', { name: 'Keep both' }).click();
  await sheet.getByRole('button', { name: 'Replace' }).click();

  await expectStatus(page, 'bigger.bin', 'Done');
  await expectStatus(page, 'equal (1).bin', 'Done');
  await expectStatus(page, 'same.bin', 'Skipped');
  expect(await bucket.sha256('in/album/bigger.bin')).toBe(bigger?.sha256);
  expect(await bucket.sha256('in/album/equal (1).bin')).toBe(equal?.sha256);
  expect(await bucket.sha256('in/album/equal.bin')).toBe(bigger?.sha256);
});

test('Apply to all answers for every row; a bucket that keeps versions says so, and keeps every copy', async ({
  page,
  app,
  bucket,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests(); // A number that is looked for and free is a 404.
  const files = ['a.txt', 'b.txt', 'c.txt'].map((name) => makeFile(testInfo, name, 77));
  for (const name of ['a.txt', 'b.txt', 'b (1).txt']) await bucket.put(name, 'old');
  await bucket.keepVersions();
  await app.open();
  await chooseFiles(
    page,
    'Upload files',
    files.map(({ path }) => path),
  );
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('option')).toHaveCount(2);
  await expect(sheet.getByText('This bucket keeps versions')).toBeVisible();
  await sheet.getByRole('checkbox', { name: 'Apply to all' }).check();
  await sheet.getByRole('button', { name: 'Keep both' }).click();
  await expect(sheet).toBeHidden();
  await expect
    .poll(async () => (await bucket.keys()).toSorted())
    .toEqual(['a (1).txt', 'a.txt', 'b (1).txt', 'b (2).txt', 'b.txt', 'c.txt']);
  expect((await bucket.read('b (1).txt')).toString()).toBe('old');
});

test('keys that may not list, and a bucket that refuses nothing: each name is looked for, the dock asks', async ({
  page,
  app,
  bucket,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests();
  await bucket.keepVersions();
  await bucket.put('taken.txt', 'theirs');
  await app.open();
  await expect(row(page, 'taken.txt')).toBeVisible();
  bucket.plantFaults({
    operation: 'GetBucket',
    times: null,
    effect: { type: 'error', status: 403, code: 'AccessDenied' },
  });
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'taken.txt', 77).path);
  await expectStatus(page, 'taken.txt', 'Failed');
  expect((await bucket.read('taken.txt')).toString()).toBe('theirs');
  expect([...bucket.requests('PutObject'), ...bucket.requests('PostObject')]).toEqual([]);
  await transfer(page, 'taken.txt')
    .getByRole('button', { name: /Replace/ })
    .click();
  await expectStatus(page, 'taken.txt', 'Done');
});
