import { makeFile, MiB } from '../fixtures/makeFile.ts';
import { chooseFiles } from '../fixtures/chooseFiles.ts';
import { expect, expectStatus, row, test } from '../fixtures.ts';

/*
 * What a screen reader finds in the main states, to the last child: a region, heading or button that comes or goes fails
 * here, and so does a name that changes. The trees are in `structure/`; `npx playwright test e2e/a11y/structure.spec.ts
 * --update-snapshots` writes them anew, and what changed in them is read like any other change. The hour of that moment
 * stands in them then: make it any hour again.
 */

test('the list, with a folder, an object and what can be done', async ({ page, app, bucket }) => {
  await bucket.put('folder/x.txt');
  await bucket.put('a.txt', 'words');
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Filters' })).toBeVisible();
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'list.aria.yml' });
  await row(page, 'a.txt').press('Control+Space');
  await expect(page.getByText(/^1 of 2 selected/)).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Selected 1 of 2');
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'selection.aria.yml' });
});

test('an empty folder', async ({ page, app }) => {
  await app.open();
  await expect(page.getByText('Nothing here yet')).toBeVisible();
  await expect(page.getByRole('status')).not.toBeEmpty();
  await expect(page.getByRole('main')).toMatchAriaSnapshot({ name: 'empty.aria.yml' });
});

test('the dock with a transfer on its way, one done and one refused', async ({
  page,
  app,
  bucket,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests();
  const refused = { type: 'error', status: 403, code: 'AccessDenied', message: 'Refused.' } as const;
  bucket.plantFaults(
    { operation: 'PostObject', times: null, effect: refused },
    { operation: 'PutObject', keyContains: 'no', times: null, effect: refused },
    { operation: 'UploadPart', times: null, effect: { type: 'hang' } },
  );
  await app.open();
  const sizes = { 'yes.txt': 10, 'no.txt': 20, 'film.bin': 20 * MiB };
  const paths = Object.entries(sizes).map(([name, bytes]) => makeFile(testInfo, name, bytes).path);
  await chooseFiles(page, 'Upload files', paths);
  await expectStatus(page, 'yes.txt', 'Done');
  await expectStatus(page, 'no.txt', 'Failed');
  await page.getByRole('button', { name: 'Pause film.bin' }).click();
  await expectStatus(page, 'film.bin', 'Paused');
  await expect(page.getByRole('region', { name: 'Transfers' })).toMatchAriaSnapshot({ name: 'dock.aria.yml' });
});

test('the question about names that are taken', async ({ page, app, bucket }, testInfo) => {
  const names = ['one.txt', 'two.txt'];
  for (const name of names) await bucket.put(name, 'old');
  await app.open();
  const paths = names.map((name) => makeFile(testInfo, name, 50).path);
  await chooseFiles(page, 'Upload files', paths);
  const sheet = page.getByRole('dialog', { name: '2 names already exist' });
  await expect(sheet.getByRole('option', { name: 'two.txt, Different size' })).toBeVisible();
  await expect(sheet).toMatchAriaSnapshot({ name: 'conflicts.aria.yml' });
});

test('the link dialog and the details of an object', async ({ page, app, bucket }) => {
  await bucket.put('a.txt', 'words');
  await app.open();
  await row(page, 'a.txt').press('.');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/^http/);
  await expect(dialog).toMatchAriaSnapshot({ name: 'share.aria.yml' });
  await page.keyboard.press('Escape');
  await row(page, 'a.txt').press('Alt+Enter');
  const details = page.getByRole('complementary', { name: 'Preview of a.txt' });
  await expect(details.getByText('CRC-64')).toBeVisible();
  await expect(details.getByText('No tags')).toBeVisible();
  await expect(details).toMatchAriaSnapshot({ name: 'details.aria.yml' });
});

test('settings and the palette', async ({ page, app, bucket }) => {
  await bucket.put('a.txt');
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('menu', { name: 'Settings' })).toMatchAriaSnapshot({ name: 'settings-menu.aria.yml' });
  await page.getByRole('menuitem', { name: 'All settings…' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toMatchAriaSnapshot({ name: 'settings.aria.yml' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command, path or address' }).fill('folder');
  await expect(page.getByRole('dialog')).toMatchAriaSnapshot({ name: 'palette.aria.yml' });
});

test('the pages of a receiver and of a sender', async ({ page, app, bucket }) => {
  for (const name of ['a.txt', 'b.txt']) await bucket.put(`box/${name}`, 'words');
  await app.open({ prefix: 'box/' });
  await expect(row(page, 'a.txt')).toBeVisible();
  await page.keyboard.press('Control+Home');
  const dialog = page.getByRole('dialog');
  await row(page, 'a.txt').press('Control+a');
  await page.keyboard.press('.');
  await dialog.getByText('A share page', { exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/#\/s\/[\w-]+$/);
  const shared = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More ways to upload' }).click();
  await page.getByRole('menuitem', { name: 'Request files…' }).click();
  await dialog.getByRole('button', { name: 'Make link' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/#\/r\//);
  const request = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();

  await page.goto('about:blank');
  await page.goto(shared);
  await expect(page.getByText(/^Works until/)).toBeVisible();
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'receiver.aria.yml' });
  await page.goto('about:blank');
  await page.goto(request);
  await expect(page.getByRole('heading', { name: /^Send files to/ })).toBeVisible();
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'sender.aria.yml' });
});
