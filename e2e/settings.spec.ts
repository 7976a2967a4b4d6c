import type { Page } from '@playwright/test';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile, MiB } from './fixtures/makeFile.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

async function choose(tab: Page, label: string, option: string): Promise<void> {
  await tab.getByRole('combobox', { name: label }).selectOption(option);
}

test('what is chosen in one tab holds in the other, and neither undoes what the other chose', async ({ page, app }) => {
  await app.open();
  const other = await page.context().newPage();
  await other.goto(page.url());
  for (const tab of [page, other]) {
    await tab.getByRole('button', { name: 'Settings' }).click();
    await tab.getByRole('menuitem', { name: 'All settings…' }).click();
    await expect(tab.getByRole('dialog')).toBeVisible();
  }
  await choose(page, 'Theme', 'Dark');
  await choose(page, 'Rows', 'Compact');
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(other.locator('html')).toHaveAttribute('data-density', 'compact');
  await choose(other, 'Part size', '8 MiB');
  await expect(page.getByRole('combobox', { name: 'Part size' })).toHaveValue('8');
  await choose(other, 'Language', '简体中文');
  await expect(page.getByRole('dialog', { name: '设置' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
  await expect(page.getByRole('button', { name: '设置' })).toBeVisible();
});

test('what is set in the dialog holds at once and after a reload', async ({ page, app, bucket }, testInfo) => {
  for (const key of ['a.txt', 'gone.txt']) await bucket.put(key, 'old');
  await app.open();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  const open = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('menuitem', { name: 'All settings…' }).click();
    await expect(dialog).toBeVisible();
  };
  const choose = (label: string, option: string) => dialog.getByRole('combobox', { name: label }).selectOption(option);
  const height = async () => (await row(page, 'a.txt').boundingBox())?.height;
  await expect(row(page, 'a.txt')).toBeVisible();
  expect(await height()).toBe(44);

  await open();
  await choose('Theme', 'Dark');
  await choose('Rows', 'Compact');
  await choose('When a name is taken', 'Replace');
  await choose('Part size', '8 MiB');
  await choose('Connections at once', '2');
  await choose('Deleted objects', 'Go to the trash');
  const trash = dialog.getByRole('textbox', { name: 'Trash folder' });
  await trash.fill('/bin');
  await expect(dialog.getByText(/^A folder like \.trash/)).toBeVisible();
  await trash.fill('bin');
  await dialog.getByRole('checkbox', { name: /Unicode NFC/ }).uncheck();
  await dialog.getByRole('checkbox', { name: /keys without Ctrl/ }).uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused();

  for (const isReloaded of [false, true]) {
    if (isReloaded) await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect.poll(height).toBe(34);
  }
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeHidden();

  // Neither a question nor another name; é stays two characters.
  const paths = [
    makeFile(testInfo, 'a.txt', 10).path,
    makeFile(testInfo, 'cafe\u0301.txt', 10).path,
    makeFile(testInfo, 'big.bin', 18 * MiB).path,
  ];
  await chooseFiles(page, 'Upload files', paths);
  await expectStatus(page, 'a.txt', 'Done');
  await expectStatus(page, 'big.bin', 'Done');
  expect((await bucket.read('a.txt')).length).toBe(10);
  expect(await bucket.keys()).toContain('cafe\u0301.txt');
  const parts = bucket.requests().filter(({ operation }) => operation === 'UploadPart');
  expect(parts).toHaveLength(3);

  await row(page, 'gone.txt').click();
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: /trash/i }).click();
  await expect(row(page, 'gone.txt')).toBeHidden();
  await expect.poll(() => bucket.keys()).toContainEqual(expect.stringMatching(/^bin\/.*gone\.txt$/));
});
