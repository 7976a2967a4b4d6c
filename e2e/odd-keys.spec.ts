import { displayName } from '#text/displayName.ts';
import { DOT_KEYS, ODD_KEYS } from './fixtures/oddKeys.ts';
import { fetchLink } from './fixtures/fetchLink.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

const FOLDER = 'odd/';
const names = [...ODD_KEYS.map(({ name }) => name), ...DOT_KEYS];
const keys = names.map((name) => FOLDER + name);
const bodyOf = (key: string): string => `body ${keys.indexOf(key)}`;
/** In the order of the list, `.` and `..` among them; all of them by the client are in `oddKeys.test.ts`. */
const LOOKED_AT = 8;
const inFolder = [...ODD_KEYS.map(({ name }) => name), '.', '..'];

test('every odd name is one row: looked at, found, shared, renamed and deleted by its exact bytes', async ({
  page,
  app,
  bucket,
}) => {
  // All rows at once, so that each can be counted.
  await page.setViewportSize({ width: 1280, height: 4400 });
  await Promise.all(keys.map((key) => bucket.put(key, bodyOf(key))));
  await app.open({ prefix: FOLDER });
  const grid = page.getByRole('grid', { name: 'Files' });
  await expect(grid).toHaveAttribute('aria-rowcount', String(inFolder.length + 3));
  const rows = grid.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows).toHaveCount(inFolder.length + 2);
  const labels = await rows.evaluateAll((elements) => elements.map((element) => element.ariaLabel ?? ''));
  for (const name of inFolder) {
    const those = labels.filter((label) =>
      label.startsWith(`${displayName(name).text}, ${bodyOf(FOLDER + name).length} bytes,`),
    );
    expect(those, `rows of ${JSON.stringify(name)}`).toHaveLength(1);
    expect(those[0]?.includes('unsafe path')).toBe(name === '.' || name === '..');
  }
  expect(labels.filter((label) => label.includes('looks the same'))).toHaveLength(2);
  await expect(page.getByRole('main').locator('img[src="x"]')).toHaveCount(0);

  // One after the other is looked at, and is what it is named.
  bucket.forgetRequests();
  await row(page, '.,').getByText('.', { exact: true }).click();
  const panel = page.getByRole('complementary', { name: /^Preview of/ });
  const previous = panel.getByRole('button', { name: 'Previous' });
  while ((await previous.getAttribute('aria-disabled')) !== 'true') await previous.click();
  const seen = new Set<string>();
  for (let at = 1; at <= LOOKED_AT; at += 1) {
    await expect(panel.getByText(`${at} of ${inFolder.length}`)).toBeVisible();
    const key = new URL(page.url()).searchParams.get('preview') ?? '';
    seen.add(key);
    const isUnsafe = key === `${FOLDER}.` || key === `${FOLDER}..`;
    await expect(
      panel.getByText(isUnsafe ? 'This name cannot be put in a web address' : bodyOf(key), { exact: true }).first(),
    ).toBeVisible();
    await panel.getByRole('button', { name: 'Next' }).click();
  }
  expect(seen.size).toBe(LOOKED_AT);
  expect(bucket.requests('GetObject').filter(({ key }) => !keys.includes(key))).toEqual([]);
  await panel.getByRole('button', { name: 'Close preview' }).click();

  await row(page, '?acl').click();
  await page.keyboard.press('.');
  const link = page.getByRole('dialog').getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/^http/);
  expect((await fetchLink(await link.inputValue())).body.toString()).toBe(bodyOf(`${FOLDER}?acl`));
  await page.keyboard.press('Escape');

  await row(page, '%,').click();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'New name' }).fill('100 %25#?');
  await page.keyboard.press('Enter');
  await expectStatus(page, '%', 'Done');
  await expect(row(page, '100 %25#?')).toBeVisible();
  expect((await bucket.read(`${FOLDER}100 %25#?`)).toString()).toBe(bodyOf(`${FOLDER}%`));

  await page.getByRole('textbox', { name: 'Search' }).fill('constructor');
  await expect(rows).toHaveCount(1);
  await page.getByRole('textbox', { name: 'Search' }).fill('');
  await page.getByRole('button', { name: 'Search all subfolders' }).click();
  await expect(rows).toHaveCount(keys.length);

  await page.getByRole('button', { name: 'Search all subfolders' }).click();
  await expect(rows).toHaveCount(inFolder.length + 2);
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => bucket.keys()).toEqual([]);
  await expect(page.getByText('Nothing here yet')).toBeVisible();
});

test('keys with a slash in front or two in a row are where they say', async ({ page, app, bucket }) => {
  const slashed = ['/lead.txt', '\\back.txt', 'a//b.txt', 'a//', '//x'];
  for (const key of slashed) await bucket.put(key, key);
  await app.open();
  const empty = row(page, '(empty name)');
  await expect(empty).toHaveAccessibleName(/folder/);
  await expect(row(page, '\\back.txt')).toBeVisible();
  await empty.getByText('(empty name)').click();
  await expect(row(page, 'lead.txt')).toBeVisible();
  await row(page, '(empty name)').getByText('(empty name)').click();
  await row(page, 'x').getByText('x', { exact: true }).click();
  await expect(
    page.getByRole('complementary', { name: /^Preview of/ }).getByText('//x', { exact: true }),
  ).toBeVisible();
  await app.open({ prefix: 'a/' });
  await row(page, '(empty name)').getByText('(empty name)').click();
  await row(page, 'b.txt').click();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'New name' }).fill('c.txt');
  await page.keyboard.press('Enter');
  await expectStatus(page, 'b.txt', 'Done');
  expect((await bucket.read('a//c.txt')).toString()).toBe('a//b.txt');

  // A list of keys cannot carry a leading slash: those go one by one.
  await app.open();
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => bucket.keys()).toEqual([]);
});

test('a folder’s own object is an object: deleting it among all subfolders leaves what is in the folder', async ({
  page,
  app,
  bucket,
}) => {
  await bucket.put('box/', '');
  await bucket.put('box/kept.txt');
  await app.open();
  await page.getByRole('button', { name: 'Search all subfolders' }).click();
  await expect(row(page, 'box/kept.txt')).toBeVisible();
  await row(page, 'box/,').click();
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, 'box/,')).toHaveCount(0);
  expect(await bucket.keys()).toEqual(['box/kept.txt']);
});
