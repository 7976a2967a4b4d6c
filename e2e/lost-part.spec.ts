import type { Page } from '@playwright/test';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile, MiB } from './fixtures/makeFile.ts';
import { shot } from './fixtures/shot.ts';
import { expect, expectStatus, row, test as base } from './fixtures.ts';

const LOST = 'A part of this page did not arrive';

/** The list of a bucket with one object. */
const test = base.extend<{ lose: (file: string) => Promise<Lost> }>({
  lose: async ({ app, bucket, guard, page }, provide) => {
    await provide(async (file) => {
      guard.tolerateFailedRequests();
      // What React and the browser write about the missing file.
      guard.tolerate(/dynamically imported module/, /A part of the page could not be fetched/);
      await bucket.put('a.txt', 'text');
      const lost = await loseFile(page, `**/assets/${file}-*.js`);
      await app.open();
      await expect(row(page, 'a.txt')).toBeVisible();
      return lost;
    });
  },
});

interface Lost {
  /** How often the page asked for it. */
  readonly asked: () => number;
  /** It can be had again. */
  readonly comesBack: () => Promise<void>;
}

async function loseFile(page: Page, pattern: string): Promise<Lost> {
  let count = 0;
  await page.route(pattern, (route) => {
    count += 1;
    return route.abort();
  });
  return { asked: () => count, comesBack: () => page.unroute(pattern) };
}

test('a dialog that cannot be fetched leaves the list and says so; tried again it opens', async ({ lose, page }) => {
  const dialog = await lose('NewFolderDialog');
  await page.getByRole('button', { name: 'New folder' }).click();
  const note = page.getByRole('complementary', { name: LOST });
  await expect(note).toBeVisible();
  await expect(page.getByRole('status')).toContainText(LOST);
  await expect(row(page, 'a.txt')).toBeVisible();
  await shot(page, 'lost-part');

  await note.getByRole('button', { name: 'Retry' }).click();
  await expect(note).toBeHidden();
  await expect(note).toBeVisible();

  await dialog.comesBack();
  await note.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('dialog', { name: 'New folder' })).toBeVisible();
  await expect(note).toHaveCount(0);
});

test('what was lost with the line comes by itself when the line is back', async ({ lose, page }) => {
  const dialog = await lose('NewFolderDialog');
  await page.getByRole('button', { name: 'New folder' }).click();
  await expect(page.getByRole('complementary', { name: LOST })).toBeVisible();

  await dialog.comesBack();
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await expect(page.getByRole('dialog', { name: 'New folder' })).toBeVisible();
});

test('an upload whose code did not come is told as such; chosen again it goes up', async ({ lose, page }, testInfo) => {
  const code = await lose('takeUploads');
  const { path } = makeFile(testInfo, 'b.txt', 10);
  await chooseFiles(page, 'Upload files', [path]);
  await expect(page.getByRole('alert')).toHaveText(LOST);

  await code.comesBack();
  await chooseFiles(page, 'Upload files', [path]);
  await expectStatus(page, 'b.txt', 'Done');
});

test('a transfer whose code did not come says so, and goes on by Retry', async ({ bucket, lose, page }, testInfo) => {
  const code = await lose('moveBytes');
  const file = makeFile(testInfo, 'film.bin', 20 * MiB);
  await chooseFiles(page, 'Upload files', file.path);
  await expectStatus(page, 'film.bin', `Failed: ${LOST}`);

  await code.comesBack();
  await page.getByRole('button', { name: 'Retry film.bin' }).click();
  await expectStatus(page, 'film.bin', 'Done');
  expect(await bucket.sha256('film.bin')).toBe(file.sha256);
});

test('a worker whose code did not come is started again, and the upload waits for it', async ({
  bucket,
  lose,
  page,
}, testInfo) => {
  const worker = await lose('crc64.worker');
  const file = makeFile(testInfo, 'film.bin', 20 * MiB);
  await chooseFiles(page, 'Upload files', file.path);
  await expect.poll(worker.asked).toBeGreaterThan(1);
  await worker.comesBack();
  await expectStatus(page, 'film.bin', 'Done');
  expect(await bucket.sha256('film.bin')).toBe(file.sha256);
});
