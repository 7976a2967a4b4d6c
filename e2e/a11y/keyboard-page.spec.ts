import { expect, row } from '../fixtures.ts';
import { expectOn, test, toFiles } from './fixtures/test.ts';

test('without a mouse: everything is done from the palette, by its name', async ({ page, app, bucket, keys }) => {
  for (const key of ['a.txt', 'photos/x.jpg']) await bucket.put(key);
  await app.open();
  await toFiles(page, keys);
  const box = page.getByRole('combobox', { name: 'Command, path or address' });
  await keys.press('Control+k');
  await expect(box).toBeFocused();
  await keys.type('new fol');
  await expect(page.getByRole('option', { name: /^New folder/ })).toHaveAttribute('aria-selected', 'true');
  await keys.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New folder' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await keys.type('zebra');
  await keys.press('Enter');
  await expect(row(page, 'zebra')).toBeVisible();
  await expect.poll(() => bucket.keys()).toContain('zebra/');
  // Where one is becomes where one goes.
  await keys.press('Control+l');
  await expect(box).toBeFocused();
  await keys.type('/photos/');
  await keys.press('Enter');
  await expectOn(page, 'x.jpg');
  await keys.press('Control+k');
  await expect(box).toBeFocused();
  await keys.press('Escape');
  await expectOn(page, 'x.jpg');
});

test('without a mouse: settings are changed and the sheet of keys is read', async ({ page, app, bucket, keys }) => {
  await bucket.put('a.txt');
  await app.open();
  const settings = page.getByRole('button', { name: 'Settings' });
  await keys.tabTo(settings);
  await keys.press('Enter');
  await expect(page.getByRole('menu', { name: 'Settings' })).toBeVisible();
  await keys.press('Escape');
  await expect(settings).toBeFocused();
  await keys.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'All settings…' })).toBeFocused();
  await keys.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toBeVisible();
  await keys.tabTo(dialog.getByRole('combobox', { name: 'Theme' }));
  await keys.type('Dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  // The keyboard does not leave a dialog by its end.
  await keys.tabTo(dialog.getByRole('button', { name: 'Close' }));
  await keys.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(settings).toBeFocused();
  await toFiles(page, keys);
  await keys.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await keys.press('Escape');
  await expectOn(page, 'a.txt');
});

test('without a mouse: the list is sorted, filtered and drawn as tiles', async ({ page, app, bucket, keys }) => {
  for (const [key, body] of [
    ['a.txt', 'aaa'],
    ['b.png', 'b'],
    ['c.txt', 'cc'],
  ] as const)
    await bucket.put(key, body);
  await app.open();
  await toFiles(page, keys);
  const names = () => page.getByRole('grid', { name: 'Files' }).getByRole('rowheader').allInnerTexts();
  // The heads of the columns are for the mouse; the same orders are in a menu.
  const sort = page.getByRole('button', { name: 'Sort', exact: true });
  await keys.tabTo(sort, 'Shift+Tab');
  await keys.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Name' })).toBeFocused();
  await keys.press('ArrowDown', 'Enter');
  await expect.poll(async () => (await names()).map((name) => name[0])).toEqual(['a', 'c', 'b']);
  await expect(sort).toBeFocused();
  const kind = page.getByRole('button', { name: /^Type/ });
  await keys.tabTo(kind, 'Shift+Tab');
  await keys.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Any type' })).toBeFocused();
  await keys.type('Ima');
  await expect(page.getByRole('menuitem', { name: 'Images' })).toBeFocused();
  await keys.press('Enter');
  await expect.poll(async () => (await names()).map((name) => name[0])).toEqual(['b']);
  await keys.use(page.getByRole('button', { name: 'Clear filter: Type' }));
  await keys.use(page.getByRole('button', { name: 'Grid view' }));
  await toFiles(page, keys);
  // Tiles stand side by side, and the arrows follow what the eye sees.
  await expectOn(page, 'b.png');
  await keys.press('ArrowLeft');
  await expectOn(page, 'c.txt');
  await keys.press('Home');
  await expectOn(page, 'a.txt');
});
