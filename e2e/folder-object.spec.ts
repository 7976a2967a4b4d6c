import { readFile } from 'node:fs/promises';
import { shot } from './fixtures/shot.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

test('an object that makes a folder and has bytes is a row in it, is downloaded, goes along and is deleted', async ({
  page,
  app,
  bucket,
}) => {
  await bucket.put('box/', 'bytes of the folder');
  await bucket.put('box/a.txt');
  await bucket.put('plain/', '');
  await bucket.put('plain/b.txt');
  await app.open();
  await expect(row(page, 'box')).toBeVisible();
  await row(page, 'box').focus();
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'New name' });
  await field.fill('crate');
  await field.press('Enter');
  await expectStatus(page, 'box', 'Done');
  expect(await bucket.keys()).toEqual(['crate/', 'crate/a.txt', 'plain/', 'plain/b.txt']);
  expect((await bucket.read('crate/')).toString()).toBe('bytes of the folder');

  await page.getByRole('link', { name: 'crate' }).click();
  const own = row(page, '(empty name)');
  await expect(own).toHaveAccessibleName(/19 bytes.*, this folder’s own object$/);
  await shot(page, 'folder-object');
  await own.focus();
  await page.keyboard.press('Shift+F10');
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Download', exact: true }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^crate/);
  expect(await readFile(await saved.path(), 'utf8')).toBe('bytes of the folder');

  await own.focus();
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(own).toHaveCount(0);
  await expect.poll(() => bucket.keys()).toEqual(['crate/a.txt', 'plain/', 'plain/b.txt']);

  // One without bytes only makes its folder.
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Test' }).click();
  await page.getByRole('link', { name: 'plain' }).click();
  await expect(row(page, 'b.txt')).toBeVisible();
  await expect(own).toHaveCount(0);
});
