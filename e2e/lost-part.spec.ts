import { expect, row, test } from './fixtures.ts';

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
  const note = page.getByRole('complementary', { name: 'This part of the page did not arrive.' });
  await expect(note).toBeVisible();
  await expect(page.getByRole('status')).toContainText('This part of the page did not arrive.');
  await expect(row(page, 'a.txt')).toBeVisible();
  if (process.env['SHOTS']) {
    for (const [colorScheme, width] of [
      ['light', 1440],
      ['dark', 1440],
      ['light', 390],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${process.env['SHOTS']}/lost-${width}-${colorScheme}.png` });
    }
  }

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
  await expect(page.getByRole('complementary', { name: 'This part of the page did not arrive.' })).toBeVisible();

  await page.unroute('**/assets/NewFolderDialog-*.js');
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await expect(page.getByRole('dialog', { name: 'New folder' })).toBeVisible();
});
