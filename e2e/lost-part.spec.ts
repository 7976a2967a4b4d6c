import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile, MiB } from './fixtures/makeFile.ts';
import { shot } from './fixtures/shot.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

test('a dialog that cannot be fetched leaves the list and says so; tried again it opens', async ({
  app,
  bucket,
  guard,
  page,
}) => {
  guard.tolerateFailedRequests();
  // What React and the browser write about the missing file.
  guard.tolerate(/dynamically imported module/, /A part of the page could not be fetched/);
  await bucket.put('a.txt', 'text');
  await page.route('**/assets/NewFolderDialog-*.js', (route) => route.abort());
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();

  await page.getByRole('button', { name: 'New folder' }).click();
  const note = page.getByRole('complementary', { name: 'A part of this page did not arrive' });
  await expect(note).toBeVisible();
  await expect(page.getByRole('status')).toContainText('A part of this page did not arrive');
  await expect(row(page, 'a.txt')).toBeVisible();
  await shot(page, 'lost-part');

  await note.getByRole('button', { name: 'Retry' }).click();
  await expect(note).toBeHidden();
  await expect(note).toBeVisible();

  await page.unroute('**/assets/NewFolderDialog-*.js');
  await note.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('dialog', { name: 'New folder' })).toBeVisible();
  await expect(note).toHaveCount(0);
});

test('what was lost with the line comes by itself when the line is back', async ({ app, bucket, guard, page }) => {
  guard.tolerateFailedRequests();
  guard.tolerate(/dynamically imported module/, /A part of the page could not be fetched/);
  await bucket.put('a.txt', 'text');
  await page.route('**/assets/NewFolderDialog-*.js', (route) => route.abort());
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();
  await page.getByRole('button', { name: 'New folder' }).click();
  await expect(page.getByRole('complementary', { name: 'A part of this page did not arrive' })).toBeVisible();

  await page.unroute('**/assets/NewFolderDialog-*.js');
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await expect(page.getByRole('dialog', { name: 'New folder' })).toBeVisible();
});

test('an upload whose code did not come is told as such; chosen again it goes up', async ({
  app,
  bucket,
  guard,
  page,
}, testInfo) => {
  guard.tolerateFailedRequests();
  await bucket.put('a.txt', 'text');
  await page.route('**/assets/takeUploads-*.js', (route) => route.abort());
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();
  const { path } = makeFile(testInfo, 'b.txt', 10);
  await chooseFiles(page, 'Upload files', [path]);
  await expect(page.getByRole('alert')).toHaveText('A part of this page did not arrive');

  await page.unroute('**/assets/takeUploads-*.js');
  await chooseFiles(page, 'Upload files', [path]);
  await expectStatus(page, 'b.txt', 'Done');
});

test('a worker whose code did not come is started again, and the upload waits for it', async ({
  app,
  bucket,
  guard,
  page,
}, testInfo) => {
  guard.tolerateFailedRequests();
  await bucket.put('a.txt', 'text');
  const refused: string[] = [];
  await page.route('**/assets/crc64.worker-*.js', (route) => {
    refused.push(route.request().url());
    return route.abort();
  });
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();
  const file = makeFile(testInfo, 'film.bin', 20 * MiB);
  await chooseFiles(page, 'Upload files', file.path);
  await expect.poll(() => refused.length).toBeGreaterThan(1);
  await page.unroute('**/assets/crc64.worker-*.js');
  await expectStatus(page, 'film.bin', 'Done');
  expect(await bucket.sha256('film.bin')).toBe(file.sha256);
});
