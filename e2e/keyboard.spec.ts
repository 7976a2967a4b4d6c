import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile, MiB } from './fixtures/makeFile.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

test('walk, select, share and delete without a mouse', async ({ page, app, bucket }) => {
  for (const key of ['folder/inner.txt', 'a.txt', 'b.txt', 'c.txt']) await bucket.put(key);
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();

  const grid = page.getByRole('grid', { name: 'Files' });
  for (let presses = 0; presses < 40; presses += 1) {
    if (await grid.evaluate((element) => element.contains(document.activeElement))) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await expect(row(page, 'inner.txt')).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(row(page, 'a.txt')).toBeVisible();

  await page.keyboard.press('b');
  await page.keyboard.press('Control+Space');
  await expect(row(page, 'b.txt')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(row(page, 'c.txt')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText(/2 of 4 selected/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row(page, 'b.txt')).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Control+a');
  await expect(page.getByText(/4 of 4 selected/)).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('a');
  await page.keyboard.press('Control+Space');
  await page.keyboard.press('.');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Link' })).toHaveValue(/^http/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(() => grid.evaluate((element) => element.contains(document.activeElement))).toBe(true);

  await page.keyboard.press('Delete');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeHidden();
  // Enter presses the safe button, which has the focus.
  expect(await bucket.keys()).toContain('a.txt');
  await expect.poll(() => grid.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).focus();
  await page.keyboard.press('Enter');
  await expect(row(page, 'a.txt')).toBeHidden();
  expect(await bucket.keys()).not.toContain('a.txt');
});

test('the keyboard is never lost, whatever opens, closes or goes away', async ({ page, app, bucket }) => {
  for (const key of ['box/c.txt', 'a.txt', 'b.txt', 'd.txt', 'e.txt']) await bucket.put(key);
  await app.open();
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  /** It is on a row of this name. */
  const isOn = (name: string): Promise<void> => expect(row(page, name)).toBeFocused();
  await row(page, 'a.txt').click();
  await press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await press('Escape');
  await isOn('a.txt');
  await press('Shift+F10');
  await expect(page.getByRole('menu', { name: 'More actions for a.txt' })).toBeVisible();
  await press('Escape');
  await isOn('a.txt');
  await row(page, 'b.txt').click({ button: 'right' });
  await expect(page.getByRole('menu', { name: 'More actions for b.txt' })).toBeVisible();
  await press('Escape');
  await isOn('b.txt');

  const grid = page.getByRole('grid', { name: 'Files' });
  const room = await grid.boundingBox();
  const below = { x: 300, y: (room?.height ?? 0) - 20 };
  await grid.click({ button: 'right', position: below });
  const menu = page.getByRole('menu', { name: 'Menu of this folder' });
  await expect(menu.getByRole('menuitem')).toHaveText([
    /^Upload files/,
    /^Upload folder/,
    /^Upload link/,
    /^New folder/,
    /^Request files/,
    /^My upload requests/,
    /^Paste/,
    /^Select all/,
    /^Refresh/,
    /^Show deleted/,
  ]);
  await press('Escape');
  await expect(menu).toBeHidden();
  await isOn('b.txt');
  await grid.click({ button: 'right', position: below });
  await menu.getByRole('menuitem', { name: 'Select all' }).click();
  await expect(page.getByText(/^5 of 5 selected/)).toBeVisible();
  await isOn('b.txt');
  await grid.click({ position: below });
  await expect(page.getByText(/^5 of 5 selected/)).toBeHidden();
  await isOn('b.txt');

  await press('Alt+Enter');
  await expect(page.getByRole('tab', { name: 'Details' })).toHaveAttribute('aria-selected', 'true');
  await press('Escape');
  await isOn('b.txt');
  await press('F2');
  await expect(page.getByRole('textbox', { name: 'New name' })).toBeFocused();
  await press('Escape');
  await isOn('b.txt');
  await press('F2');
  await page.getByRole('textbox', { name: 'New name' }).fill('bb.txt');
  await press('Enter');
  await isOn('bb.txt');
  expect(await bucket.keys()).toContain('bb.txt');
  await press('Delete');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await press('Escape');
  await isOn('bb.txt');
  await press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).focus();
  await press('Enter');
  await isOn('d.txt');
  await press('Control+x');
  await press('Control+Home');
  await press('Enter');
  await isOn('c.txt');
  await press('Control+v');
  await expect(row(page, 'd.txt')).toBeVisible();
  await isOn('c.txt');
  await press('Backspace');
  await isOn('box');
  await press('Control+End');
  await isOn('e.txt');
  await press('PageUp');
  await isOn('box');

  // A folder without rows has its keys too.
  await page.getByRole('button', { name: 'New folder' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('empty');
  await press('Enter');
  await row(page, 'empty').getByText('empty').click();
  await expect(page.getByText('Nothing here yet')).toBeVisible();
  await press('Shift+F10');
  await expect(menu).toBeVisible();
  await press('Escape');
  await expect(menu).toBeHidden();
  await press('Backspace');
  await isOn('empty');
});

test('what happens is said once, politely', async ({ page, app, bucket }, testInfo) => {
  await bucket.put('old.txt');
  await app.open();
  await expect(row(page, 'old.txt')).toBeVisible();
  await expect(page.getByRole('status')).toHaveCount(1);
  await expect(page.getByRole('alert')).toHaveCount(1);
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'spoken.txt', 10).path);
  await expectStatus(page, 'spoken.txt', 'Done');
  await expect(page.getByRole('status')).toHaveText(/done/i);
  await expect(page.getByRole('alert')).toBeEmpty();
});

test('the keyboard stays in the dock, whatever its buttons turn into', async ({ page, app, bucket }, testInfo) => {
  bucket.plantFaults({ operation: 'UploadPart', times: null, effect: { type: 'delay', milliseconds: 60_000 } });
  await bucket.put('a.txt');
  await app.open();
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'slow.bin', 40 * MiB).path);
  const press = async (name: string): Promise<void> => {
    await page.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
  };
  await press('Pause slow.bin');
  await expect(page.getByRole('button', { name: 'Resume slow.bin' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Pause slow.bin' })).toBeFocused();
  await press('Cancel slow.bin');
  await expectStatus(page, 'slow.bin', 'Cancelled');
  const dock = page.getByRole('region', { name: 'Transfers' });
  await expect(dock.getByRole('button', { name: /^Transfers/ })).toBeFocused();
  await press('Clear finished');
  await expect(dock).toBeHidden();
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});
