import { readFileSync } from 'node:fs';
import { fileManagerCors } from './emulator/defaultCors.ts';
import { expect, row, test } from './fixtures.ts';

test('a folder is walked by click, breadcrumb, Back, Forward and reload', async ({ page, app, bucket }) => {
  await bucket.put('readme.txt');
  await bucket.put('photos/2026/may/bee.jpg');
  await bucket.put('photos/cover.png');
  await app.open();

  await expect(row(page, 'readme.txt')).toBeVisible();
  await expect(row(page, 'photos')).toHaveAccessibleName(/folder/);
  await page.getByText('photos', { exact: true }).click();
  await expect(row(page, 'cover.png')).toBeVisible();
  await page.getByText('2026', { exact: true }).click();
  await expect(row(page, 'may')).toBeVisible();

  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByText('photos').click();
  await expect(row(page, 'cover.png')).toBeVisible();
  await page.goBack();
  await expect(row(page, 'may')).toBeVisible();
  await page.goBack();
  await expect(row(page, 'cover.png')).toBeVisible();
  await page.goForward();
  await expect(row(page, 'may')).toBeVisible();

  await page.reload();
  await expect(row(page, 'may')).toBeVisible();
  await expect(row(page, 'cover.png')).toBeHidden();
});

test('the first rows cost one request and no preflight', async ({ page, app, bucket }) => {
  await bucket.put('a.txt');
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();
  expect(bucket.requests().map(({ operation }) => operation)).toEqual(['GetBucket']);
});

test('an object of several thousand is reached, and the count is true', async ({ page, app, bucket }) => {
  for (let n = 0; n < 2500; n += 1) await bucket.put(`n/${String(n).padStart(4, '0')}.txt`, '');
  await app.open({ prefix: 'n/' });
  const grid = page.getByRole('grid', { name: 'Files' });
  await expect(grid).toHaveAttribute('aria-rowcount', /^250[01]$/);
  await row(page, '0000.txt').click();
  await page.keyboard.press('Control+End');
  await expect(row(page, '2499.txt')).toBeVisible();
});

test('a name that is too long ends before what stands beside it, its extension in sight', async ({
  page,
  app,
  bucket,
}) => {
  await bucket.put(`${'a name that goes on '.repeat(9)}.tar.gz`);
  await bucket.put(`${'folder '.repeat(30)}/x`);
  await app.open();
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const name of ['a name', 'folder']) {
      const opener = row(page, name).locator('[data-does="open"]');
      const menu = row(page, name).locator('[data-does="menu"]');
      await expect
        .poll(async () => {
          const [text, button] = [await opener.boundingBox(), await menu.boundingBox()];
          return text !== null && button !== null && text.x + text.width <= button.x;
        })
        .toBe(true);
    }
    await expect(row(page, 'a name').getByText('.gz')).toBeInViewport({ ratio: 1 });
  }
});

test('an empty folder invites to drop something', async ({ page, app }) => {
  await app.open();
  await expect(page.getByRole('main').getByText(/drop/i).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Upload files' }).first()).toBeEnabled();
});

test('search narrows the folder by name', async ({ page, app, bucket }) => {
  await bucket.put('apple.txt');
  await bucket.put('banana.txt');
  await app.open();
  await page
    .getByRole('textbox', { name: 'Search' })
    .or(page.getByRole('searchbox', { name: 'Search' }))
    .fill('ban');
  await expect(row(page, 'apple.txt')).toBeHidden();
  await expect(row(page, 'banana.txt')).toBeVisible();
  await expect(page).toHaveURL(/[?&]q=ban/);
  await page.reload();
  await expect(row(page, 'banana.txt')).toBeVisible();
  await expect(row(page, 'apple.txt')).toBeHidden();
});

test('what others uploaded appears after Refresh', async ({ page, app, bucket }) => {
  await bucket.put('first.txt');
  await app.open();
  await expect(row(page, 'first.txt')).toBeVisible();
  await bucket.put('second.txt');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(row(page, 'second.txt')).toBeVisible();
});

const ODD_PREFIXES = [
  'a%2Fb/',
  '//x//',
  '%zz/',
  '"1"/',
  '123/',
  'true/',
  '{"a":1}/',
  ' edge /',
  '🐝/',
  'a+b/',
  'a&p=b/',
];

test('folders with odd names are where they are, also after a reload', async ({ page, app, bucket }) => {
  for (const [index, prefix] of ODD_PREFIXES.entries()) {
    await bucket.put(`${prefix}inside-${index}.txt`);
    await app.open({ prefix });
    await expect(row(page, `inside-${index}.txt`)).toBeVisible();
    await page.reload();
    await expect(row(page, `inside-${index}.txt`)).toBeVisible();
  }
});

test('a key that no URL can name is listed, marked and never requested', async ({ page, app, bucket }) => {
  await bucket.put('x/..');
  await bucket.put('x/fine.txt');
  await app.open({ prefix: 'x/' });
  const odd = row(page, '..');
  await expect(odd).toHaveAccessibleName(/unsafe/i);
  await odd.click();
  await expect(page.getByRole('button', { name: 'Download' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Share link' })).toBeDisabled();
  const touched = bucket.requests().filter(({ key }) => key !== '');
  expect(touched).toEqual([]);
});

test('what the keys may not do is greyed, and names the missing action', async ({
  page,
  app,
  bucket,
  endpoint,
  guard,
}) => {
  guard.tolerateFailedRequests();
  await bucket.put('kept.txt');
  endpoint.caller = { ...endpoint.caller, mayDelete: false };
  await app.open();
  await row(page, 'kept.txt').click();
  const button = page.getByRole('button', { name: 'Delete', exact: true });
  // Keys for writing are fetched with the first write; the bucket's refusal is told then.
  await button.click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  const dock = page.getByRole('region', { name: 'Transfers' });
  await expect(dock.getByText(/does not include name\/cos:DeleteObject/)).toBeVisible();
  await expect(button).toBeDisabled();
  await expect(button).toHaveAttribute('title', /name\/cos:DeleteObject/);
  expect(await bucket.keys()).toEqual(['kept.txt']);
});

test('a connection without keys offers to read and to download, nothing else', async ({ page, app, world }) => {
  const name = 'public-1250000000';
  const { emulator } = world;
  const cors = fileManagerCors([app.origin]);
  await emulator.control.createBucket({ name, region: 'ap-guangzhou', acl: 'public-read', cors });
  await emulator.control.putObject(name, 'p.txt', Buffer.from('for all'), { contentType: 'text/plain' });
  app.configure((config) => ({
    ...config,
    connections: [
      { id: 'public', bucket: name, region: 'ap-guangzhou', access: 'anonymous', hosts: emulator.bucketOrigins(name) },
    ],
  }));
  await app.open();
  await row(page, 'p.txt').click();
  for (const action of ['Upload files', 'Upload folder', 'New folder', 'Share link', 'Delete']) {
    await expect(page.getByRole('button', { name: action, exact: true })).toBeDisabled();
  }
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toBe('for all');
});
