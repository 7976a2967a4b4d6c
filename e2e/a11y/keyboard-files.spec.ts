import { makeFile } from '../fixtures/makeFile.ts';
import { answerFileDialog, expectOn, test, toFiles } from './fixtures/test.ts';
import { expect, expectStatus, row } from '../fixtures.ts';

test('without a mouse: a first file goes into an empty bucket', async ({ page, app, bucket, keys }, testInfo) => {
  const file = makeFile(testInfo, 'first.bin', 5000);
  await app.open();
  await expect(page.getByText('Nothing here yet')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to files' })).toBeFocused();
  await keys.tabTo(page.getByRole('button', { name: 'Upload files' }).first());
  await answerFileDialog(page, () => keys.press('Enter'), [file.path]);
  await expectStatus(page, 'first.bin', 'Done');
  expect(await bucket.sha256('first.bin')).toBe(file.sha256);
  await keys.press('Tab');
  await toFiles(page, keys);
  await expectOn(page, 'first.bin');
});

test('without a mouse: folders are opened and left, and the title says where one is', async ({
  page,
  app,
  bucket,
  keys,
}) => {
  for (const key of ['a.txt', 'outer/inner/deep.txt', 'outer/x.txt', 'zoo/y.txt']) await bucket.put(key);
  await app.open();
  await toFiles(page, keys);
  await expectOn(page, 'outer');
  await keys.press('Enter');
  await expectOn(page, 'inner');
  await expect(page).toHaveTitle(/^outer/);
  await keys.press('Enter');
  await expectOn(page, 'deep.txt');
  await expect(page).toHaveTitle(/^inner/);
  await keys.press('Alt+ArrowUp');
  await expectOn(page, 'inner');
  await keys.press('Backspace');
  await expectOn(page, 'outer');
  await keys.press('ArrowDown', 'Enter');
  await expectOn(page, 'y.txt');
  await expect(page).toHaveTitle(/^zoo/);
  const path = page.getByRole('navigation', { name: 'Breadcrumb' });
  await keys.tabTo(path.getByRole('link', { name: 'Test' }), 'Shift+Tab');
  await keys.press('Enter');
  await expectOn(page, 'zoo');
  // The browser's own Back, whose key the browser keeps to itself.
  await page.goBack();
  await expect(page).toHaveTitle(/^zoo/);
  await expectOn(page, 'y.txt');
});

test('without a mouse: an object is renamed in its row, and the keyboard goes along', async ({
  page,
  app,
  bucket,
  keys,
}) => {
  for (const key of ['alpha.txt', 'beta.txt', 'gamma.txt']) await bucket.put(key);
  await app.open();
  await toFiles(page, keys);
  await keys.press('ArrowDown', 'F2');
  const field = page.getByRole('textbox', { name: 'New name' });
  await expect(field).toBeFocused();
  // The stem is chosen, the extension stays.
  await keys.type('zeta');
  await expect(field).toHaveValue('zeta.txt');
  await keys.press('Enter');
  await expectOn(page, 'zeta.txt');
  await expect.poll(() => bucket.keys()).toEqual(['alpha.txt', 'gamma.txt', 'zeta.txt']);
  expect((await bucket.read('zeta.txt')).toString()).toBe('beta.txt');
  await keys.press('F2');
  await expect(field).toBeFocused();
  await keys.press('Escape');
  await expectOn(page, 'zeta.txt');
});

test('without a mouse: what is deleted gives its place to the next row, and comes back with Ctrl+Z', async ({
  page,
  app,
  bucket,
  keys,
}) => {
  for (const key of ['a.txt', 'b.txt', 'c.txt']) await bucket.put(key);
  app.configure((config) => ({
    ...config,
    connections: config.connections.map((each) => Object.assign({}, each, { trash: '.trash/' })),
  }));
  await app.open();
  await toFiles(page, keys);
  await keys.press('ArrowDown', 'Delete');
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await keys.press('Enter');
  await expectOn(page, 'b.txt');
  expect(await bucket.keys()).toEqual(['a.txt', 'b.txt', 'c.txt']);
  await keys.press('Delete');
  await keys.use(question.getByRole('button', { name: 'Move to trash' }));
  await expectOn(page, 'c.txt');
  await expect.poll(() => bucket.keys()).not.toContain('b.txt');
  await keys.press('Control+z');
  await expect(row(page, 'b.txt')).toBeVisible();
  await expect.poll(() => bucket.keys()).toEqual(['a.txt', 'b.txt', 'c.txt']);
  await expectOn(page, 'c.txt');
  // And with the button of the notice, which goes away under the keyboard.
  await keys.press('Delete');
  await keys.use(question.getByRole('button', { name: 'Move to trash' }));
  await expectOn(page, 'b.txt');
  await keys.use(page.getByRole('complementary', { name: 'Notices' }).getByRole('button', { name: 'Undo' }));
  await expect(row(page, 'c.txt')).toBeVisible();
  await expect.poll(() => bucket.keys()).toEqual(['a.txt', 'b.txt', 'c.txt']);
  await expectOn(page, 'b.txt');
});

test('without a mouse: objects are moved through the folders of the dialog', async ({ page, app, bucket, keys }) => {
  for (const key of ['a.txt', 'b.txt', 'c.txt', 'far/away/x.txt']) await bucket.put(key);
  await app.open();
  await toFiles(page, keys);
  await keys.press('ArrowDown', 'Control+Space', 'Shift+ArrowDown');
  await expect(page.getByText(/^2 of 4 selected/)).toBeVisible();
  await keys.tabTo(page.getByRole('button', { name: 'Move', exact: true }), 'Shift+Tab');
  await keys.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move 2 items to…' });
  await expect(dialog).toBeVisible();
  await keys.use(dialog.getByRole('button', { name: 'far, folder' }));
  await keys.use(dialog.getByRole('button', { name: 'away, folder' }));
  await keys.use(dialog.getByRole('button', { name: 'Move here' }));
  await expectStatus(page, '2 items', 'Done');
  expect(await bucket.keys()).toEqual(['c.txt', 'far/away/a.txt', 'far/away/b.txt', 'far/away/x.txt']);
  expect((await bucket.read('far/away/b.txt')).toString()).toBe('b.txt');
  await expect(row(page, 'a.txt')).toBeHidden();
});

test('without a mouse: rows are cut, copied and pasted', async ({ page, app, bucket, keys, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.origin });
  for (const key of ['a.txt', 'b.txt', 'box/c.txt']) await bucket.put(key);
  await app.open();
  await toFiles(page, keys);
  await keys.press('ArrowDown', 'Control+x');
  await expect(page.getByRole('status')).toHaveText('1 item cut');
  await keys.press('Control+Home', 'Enter');
  await expectOn(page, 'c.txt');
  await keys.press('Control+v');
  await expect(row(page, 'a.txt')).toBeVisible();
  await expectOn(page, 'c.txt');
  await expect.poll(() => bucket.keys()).toEqual(['b.txt', 'box/a.txt', 'box/c.txt']);
  await keys.press('Control+c', 'Backspace');
  await expectOn(page, 'box');
  await keys.press('Control+v');
  await expect(row(page, 'c.txt')).toBeVisible();
  expect((await bucket.read('c.txt')).toString()).toBe('box/c.txt');
  expect(await bucket.keys()).toContain('box/c.txt');
});

test('without a mouse: a range is chosen, added to and deleted', async ({ page, app, bucket, keys }) => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `${letter}.txt`);
  for (const name of names) await bucket.put(name);
  await app.open();
  await toFiles(page, keys);
  await keys.press('ArrowDown', 'Control+Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(page.getByText(/^3 of 6 selected/)).toBeVisible();
  await keys.press('Shift+ArrowUp');
  await expect(page.getByText(/^2 of 6 selected/)).toBeVisible();
  await keys.press('Control+End', 'Control+Space');
  await expect(page.getByText(/^3 of 6 selected/)).toBeVisible();
  for (const name of ['b.txt', 'c.txt', 'f.txt'])
    await expect(row(page, name)).toHaveAttribute('aria-selected', 'true');
  await keys.press('Delete');
  await keys.use(page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }));
  await expect(row(page, 'f.txt')).toBeHidden();
  expect(await bucket.keys()).toEqual(['a.txt', 'd.txt', 'e.txt']);
  await keys.press('Control+a');
  await expect(page.getByText(/^3 of 3 selected/)).toBeVisible();
  await keys.press('Escape');
  await expect(page.getByRole('main').getByText('3 items', { exact: true })).toBeVisible();
});

test('without a mouse: a folder is made, and walked into', async ({ page, app, bucket, keys }) => {
  await bucket.put('a.txt');
  await app.open();
  await keys.tabTo(page.getByRole('button', { name: 'New folder' }));
  await keys.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New folder' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await keys.type('a.txt');
  await keys.press('Enter');
  // It is taken: the field says so and keeps the keyboard.
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await expect(dialog.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await keys.press('Control+a');
  await keys.type('photos');
  await keys.press('Enter');
  await expect(row(page, 'photos')).toBeVisible();
  await expect.poll(() => bucket.keys()).toEqual(['a.txt', 'photos/']);
  await toFiles(page, keys);
  await keys.press('Control+Home', 'Enter');
  await expect(page.getByText('Nothing here yet')).toBeVisible();
  await keys.press('Backspace');
  await expectOn(page, 'photos');
});

test('without a mouse: a name is searched for, and the way leads from the box to what it found', async ({
  page,
  app,
  bucket,
  keys,
}) => {
  for (const key of ['apple.txt', 'pear.txt', 'plum.txt']) await bucket.put(key);
  await app.open();
  await toFiles(page, keys);
  await keys.press('/');
  const search = page.getByRole('textbox', { name: 'Search' });
  await expect(search).toBeFocused();
  await keys.type('plu');
  await expect(page.getByText('1 of 3 match')).toBeVisible();
  await toFiles(page, keys);
  await expectOn(page, 'plum.txt');
  await keys.press('/', 'Escape');
  await expect(search).toHaveValue('');
  await expect(row(page, 'apple.txt')).toBeVisible();
});

test('without a mouse: objects are looked at one after the other, then their details', async ({
  page,
  app,
  bucket,
  keys,
}) => {
  for (const key of ['a.txt', 'b.txt', 'c.txt']) await bucket.put(key, `words of ${key}`);
  await app.open();
  await toFiles(page, keys);
  await keys.press('Space');
  await expect(page.getByRole('complementary', { name: 'Preview of a.txt' })).toContainText('words of a.txt');
  await keys.press('ArrowDown');
  await expect(page.getByRole('complementary', { name: 'Preview of b.txt' })).toContainText('words of b.txt');
  await expectOn(page, 'b.txt');
  const beside = page.getByRole('complementary', { name: /^Preview of/ });
  await keys.use(beside.getByRole('button', { name: 'Next' }));
  await expect(page.getByRole('complementary', { name: 'Preview of c.txt' })).toContainText('words of c.txt');
  await keys.tabTo(beside.getByRole('tab', { name: 'Preview' }));
  await keys.press('ArrowRight');
  await expect(beside.getByRole('tab', { name: 'Details' })).toBeFocused();
  await expect(beside.getByText('CRC-64')).toBeVisible();
  await keys.press('Escape');
  await expect(beside).toBeHidden();
  await expectOn(page, 'c.txt');
  await keys.press('Alt+Enter');
  await expect(beside.getByRole('tab', { name: 'Details' })).toHaveAttribute('aria-selected', 'true');
  await keys.press('Escape');
  await expectOn(page, 'c.txt');
});
