import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile } from './fixtures/makeFile.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

// The endpoint tells no `permissions` for these: what is missing is learnt from the bucket's refusals.

test('without the right to list, the page names it, and uploads go on', async ({
  page,
  app,
  bucket,
  endpoint,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests();
  await bucket.put('there.txt', 'old');
  endpoint.deny('name/cos:GetBucket');
  await app.open();
  await expect(page.getByRole('main').getByText('name/cos:GetBucket')).toBeVisible();
  await chooseFiles(page, 'Upload files', [
    makeFile(testInfo, 'new.txt', 10).path,
    makeFile(testInfo, 'there.txt', 10).path,
  ]);
  await expectStatus(page, 'new.txt', 'Done');
  // Nobody could look whether it exists; the bucket itself protects it.
  await expectStatus(page, 'there.txt', 'Failed');
  expect((await bucket.read('there.txt')).toString()).toBe('old');

  endpoint.deny();
  bucket.plantFaults({ operation: 'GetBucket', effect: { type: 'error', status: 400, code: 'ExpiredToken' } });
  await page.getByRole('main').getByRole('button', { name: 'Retry' }).first().click();
  await expect(row(page, 'new.txt')).toBeVisible();
});

test('without the right to list unfinished uploads, nothing is missing but their list', async ({
  page,
  app,
  bucket,
  endpoint,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests();
  await bucket.put('a.txt');
  await bucket.beginUpload('half.bin', 64 * 1024);
  endpoint.deny('name/cos:ListMultipartUploads', 'name/cos:ListParts');
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();
  await expect.poll(() => bucket.requests('ListMultipartUploads').length).toBeGreaterThan(0);
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'large.bin', 20 * 1024 * 1024).path);
  await expectStatus(page, 'large.bin', 'Done');
  // Nobody asked for that list, so nobody is told that it is missing.
  await expect(page.getByRole('complementary', { name: 'Notices' })).toHaveCount(0);
});

test('without the right to delete, deleting and moving are greyed after the first refusal; Refresh tries again', async ({
  page,
  app,
  bucket,
  endpoint,
  guard,
}) => {
  guard.tolerateFailedRequests();
  await bucket.put('d/kept.txt');
  await bucket.put('d/other.txt');
  endpoint.deny('name/cos:DeleteObject', 'name/cos:DeleteMultipleObjects');
  // The endpoint says nothing about rights.
  endpoint.hidePermissions();
  await app.open({ prefix: 'd/' });
  await row(page, 'kept.txt').click();
  const remove = page.getByRole('main').getByRole('button', { name: 'Delete', exact: true });
  await remove.click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(remove).toBeDisabled();
  await expect(remove).toHaveAccessibleDescription(/refused name\/cos:DeleteObject .* Refresh to try again/);
  await expect(page.getByRole('main').getByRole('button', { name: 'Rename' })).toBeDisabled();
  await expect(page.getByRole('main').getByRole('button', { name: 'Copy' })).toBeEnabled();
  await row(page, 'other.txt').click();
  await page.keyboard.press('Delete');
  await expect(
    page.getByRole('complementary', { name: 'Notices' }).getByText(/refused name\/cos:DeleteObject/),
  ).toBeVisible();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await row(page, 'other.txt').click({ button: 'right' });
  const item = page.getByRole('menuitem', { name: 'Delete' });
  await expect(item).toBeDisabled();
  await expect(item).toContainText('name/cos:DeleteObject');
  await page.keyboard.press('Escape');
  expect(await bucket.keys()).toEqual(['d/kept.txt', 'd/other.txt']);

  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(remove).toBeEnabled();
});

test('without the right to HEAD, details name it, renaming is greyed, and reading goes on', async ({
  page,
  app,
  bucket,
  endpoint,
  guard,
}) => {
  guard.tolerateFailedRequests();
  await bucket.put('a.txt', 'the words in it');
  endpoint.deny('name/cos:HeadObject');
  endpoint.hidePermissions();
  await app.open();
  await row(page, 'a.txt').click();
  await expect(page.getByRole('main').getByRole('button', { name: 'Rename' })).toBeEnabled();
  await page.keyboard.press('Alt+Enter');
  const panel = page.getByRole('complementary', { name: 'Preview of a.txt' });
  await expect(panel.getByText('name/cos:HeadObject').first()).toBeVisible();
  await panel.getByRole('tab', { name: 'Preview' }).click();
  await expect(panel.getByText('the words in it')).toBeVisible();
  const rename = page.getByRole('main').getByRole('button', { name: 'Rename' });
  await expect(rename).toBeDisabled();
  await expect(rename).toHaveAccessibleDescription(/name\/cos:HeadObject/);
  const download = page.waitForEvent('download');
  await page.getByRole('main').getByRole('button', { name: 'Download', exact: true }).first().click();
  await download;
});
