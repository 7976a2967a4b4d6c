import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { fetchLink } from './fixtures/fetchLink.ts';
import { makeFile } from './fixtures/makeFile.ts';
import { shot } from './fixtures/shot.ts';
import { sha256 } from './fixtures/TestBucket.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';
import { loopbackFetch } from './setup/loopbackFetch.ts';

/** Opens the share dialog for a row and returns the link it shows. */
async function shareLink(page: Page, name: string): Promise<string> {
  await row(page, name).click();
  await page.getByRole('button', { name: 'Share link' }).first().click();
  return linkOf(page);
}

async function linkOf(page: Page): Promise<string> {
  const box = page.getByRole('dialog').getByRole('textbox', { name: 'Link' });
  await expect(box).toHaveValue(/^http/);
  return box.inputValue();
}

/** When the link's signature ends, in Unix seconds. */
function endOf(link: string): number {
  return Number(/q-sign-time=\d+(?:;|%3B)(\d+)/i.exec(link)?.[1]);
}

test('a link opens the object until it ends, and not after', async ({ page, app, bucket, world }) => {
  await bucket.put('报告 final+v2.txt', 'for you');
  await app.open();
  await row(page, '报告 final+v2.txt').click();
  await page.getByRole('button', { name: 'Share link' }).first().click();
  await page.getByRole('dialog').getByText('15 minutes', { exact: true }).click();
  await expect.poll(async () => endOf(await linkOf(page)) - Date.now() / 1000).toBeLessThan(901);
  const link = await linkOf(page);
  const end = endOf(link);

  const opened = await fetchLink(link);
  expect(opened.status).toBe(200);
  expect(opened.body.toString()).toBe('for you');

  const millisecondsLeft = end * 1000 - Date.now();
  world.emulator.control.moveClock(millisecondsLeft - 2000);
  expect((await fetchLink(link)).status).toBe(200);
  world.emulator.control.moveClock(millisecondsLeft + 1000);
  const late = await fetchLink(link);
  // The link and the key that signed it end together: COS may name either (403 for the one, 400 for the other).
  expect([400, 403]).toContain(late.status);
  expect(late.body.toString()).toMatch(/expired/i);
});

test('what has just arrived is shared from its row in the dock, in whatever folder the list is', async ({
  page,
  app,
}, testInfo) => {
  const file = makeFile(testInfo, 'fresh.bin', 5000);
  await app.open({ prefix: 'inbox/' });
  await chooseFiles(page, 'Upload files', file.path);
  await expectStatus(page, 'fresh.bin', 'Done');
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Test' }).click();
  await expect(row(page, 'inbox')).toBeVisible();
  const share = page.getByRole('region', { name: 'Transfers' }).getByRole('button', { name: 'Share fresh.bin' });
  await share.click();
  const opened = await fetchLink(await linkOf(page));
  expect(sha256(opened.body)).toBe(file.sha256);
  await page.keyboard.press('Escape');
  await expect(share).toBeFocused();
});

test('the end shown is the end signed', async ({ page, app, bucket }) => {
  await bucket.put('a.txt');
  await app.open();
  const link = await shareLink(page, 'a.txt');
  const shown =
    (await page
      .getByRole('dialog')
      .getByText(/^Expires /)
      .first()
      .textContent()) ?? '';
  const end = new Date(endOf(link) * 1000);
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Shanghai', ...options }).format(end);
  expect(shown).toContain(part({ day: 'numeric' }));
  expect(shown).toContain(part({ hour: 'numeric', minute: '2-digit' }).replace(/\s?[AP]M$/, ''));
});

test('a short key shortens the link, the dialog says why, and it is true', async ({
  page,
  app,
  bucket,
  endpoint,
  world,
}) => {
  endpoint.maximumDurationSeconds = 900;
  await bucket.put('a.txt');
  await app.open();
  await row(page, 'a.txt').click();
  await page.getByRole('button', { name: 'Share link' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('7 days', { exact: true }).click();
  await expect(dialog.getByText(/limited by the temporary key/)).toBeVisible();
  const link = await linkOf(page);
  const secondsLeft = endOf(link) - Date.now() / 1000;
  expect(secondsLeft).toBeLessThanOrEqual(900);
  expect(secondsLeft).toBeGreaterThan(600);

  world.emulator.control.moveClock((secondsLeft - 2) * 1000);
  expect((await fetchLink(link)).status).toBe(200);
  world.emulator.control.moveClock((secondsLeft + 1) * 1000);
  expect((await fetchLink(link)).status).toBeGreaterThanOrEqual(400);
});

test('the key of a link opens that one object', async ({ page, app, bucket, endpoint }) => {
  await bucket.put('shared.txt', 'shared');
  await bucket.put('private.txt', 'private');
  await app.open();
  const link = await shareLink(page, 'shared.txt');
  const share = expect.objectContaining({ purpose: 'share', keys: ['shared.txt'] });
  expect(endpoint.questions).toContainEqual(share);

  expect((await fetchLink(link)).body.toString()).toBe('shared');
  expect((await fetchLink(link.replace('shared.txt', 'private.txt'))).status).toBe(403);
  expect((await fetchLink(link.replace('shared.txt', ''))).status).toBe(403);
  // Only listed parameters are signed, so a holder may add others; the key's policy has to stop them.
  for (const extra of ['acl', 'uploads', 'cors', 'prefix=', 'response-content-type=text%2Fhtml']) {
    const { status, body } = await fetchLink(`${link}&${extra}`);
    expect([extra, status >= 400 || body.toString() === 'shared']).toEqual([extra, true]);
  }
  expect((await fetchLink(`${link}&response-content-type=text%2Fhtml`)).headers['content-type']).not.toBe('text/html');
});

test('a link can be copied, and shown as a QR code', async ({ page, app, bucket, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await bucket.put('a.txt');
  await app.open();
  const link = await shareLink(page, 'a.txt');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await dialog.getByRole('button', { name: 'QR code' }).click();
  await expect(dialog.getByRole('img', { name: /QR/ })).toBeVisible();
});

test('where the device has a way of its own to share, the link is handed to it', async ({ page, app, bucket }) => {
  // Chromium has none on Linux, so the page is told of one.
  await page.addInitScript(() => {
    navigator.share = async (data) => {
      document.title = JSON.stringify(data);
    };
  });
  await bucket.put('a.txt', 'for you');
  await app.open();
  const link = await shareLink(page, 'a.txt');
  await page.getByRole('dialog').getByRole('button', { name: 'Share…' }).click();
  await expect(page).toHaveTitle(JSON.stringify({ title: 'a.txt', url: link }));
  await shot(page, 'share-natively');
  // It was handed out, so it is among the links.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('beeline.madeLinks'))).toContain('a.txt');
  await page.evaluate(() => {
    document.title = 'Beeline';
  });
});

test('an endpoint without share keys still makes links, and they are called wider', async ({
  page,
  app,
  bucket,
  endpoint,
  guard,
}) => {
  guard.tolerateFailedRequests();
  await bucket.put('a*b.txt', 'star');
  await app.open();
  const link = await shareLink(page, 'a*b.txt');
  expect((await fetchLink(link)).body.toString()).toBe('star');
  expect(endpoint.questions.map(({ purpose }) => purpose)).toContain('share');
});

test('typed hours make a new link, and no older one stands under them', async ({ page, app, bucket }) => {
  await bucket.put('a.txt');
  await app.open();
  const before = await shareLink(page, 'a.txt');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Custom', { exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Hours' }).fill('0.1');
  await expect
    .poll(async () => endOf(await linkOf(page)) - Date.now() / 1000, {
      message: 'six minutes, without leaving the box',
    })
    .toBeLessThan(362);
  expect(await linkOf(page)).not.toBe(before);
  await dialog.getByRole('textbox', { name: 'Hours' }).fill('soon');
  await expect(dialog.getByText('Type hours between 0.1 and 168.')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toBeHidden();
});

test('objects and a folder become a list of links, each of which opens until the end that is shown', async ({
  page,
  app,
  bucket,
  endpoint,
}) => {
  const names = ['sub/deep/=HYPERLINK.txt', 'sub/报告 (1).txt', "it's=1+1.txt"];
  for (const name of names) await bucket.put(name);
  await bucket.put('other.txt', 'not chosen');
  await app.open();
  await row(page, "it's").getByRole('checkbox').check();
  await row(page, 'sub').getByRole('checkbox').check();
  await page.keyboard.press('.');
  const dialog = page.getByRole('dialog', { name: 'Share 2 items' });
  await expect(dialog.getByText('3 links.')).toBeVisible();
  expect(endpoint.questions.at(-1)).toMatchObject({ purpose: 'share', keys: names });
  await expect(dialog.getByText('The first one was opened just now: it works.')).toBeVisible();

  await dialog.getByText('JSON', { exact: true }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save list' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^Test \d{4}-\d\d-\d\d\.json$/);
  const list = JSON.parse(await readFile(await saved.path(), 'utf8')) as {
    expiresAt: string;
    links: { name: string; url: string }[];
  };
  expect(list.links.map(({ name }) => name)).toEqual(names);
  for (const { name, url } of list.links) {
    expect((await fetchLink(url)).body.toString()).toBe(name);
    expect(endOf(url) * 1000).toBe(Date.parse(list.expiresAt));
  }
});

test('a receiver is given the name, the type and the way to open that were chosen; a command is quoted', async ({
  page,
  app,
  bucket,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await bucket.put("it's.bin", '<p>x</p>');
  await app.open();
  const before = await shareLink(page, "it's.bin");
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Show it in the browser', { exact: true }).click();
  await dialog.getByRole('button', { name: 'More options' }).click();
  await dialog.getByRole('textbox', { name: 'File name' }).fill('报告 "1".txt');
  await dialog.getByRole('textbox', { name: 'Content type' }).fill('text/plain; charset=utf-8');
  await expect(dialog.getByText('It was opened just now')).toBeVisible();
  await expect.poll(() => linkOf(page)).toMatch(/text%2Fplain/);
  const link = await linkOf(page);
  expect(link).not.toBe(before);
  expect((await fetchLink(link)).headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': "inline; filename*=UTF-8''%E6%8A%A5%E5%91%8A%20%221%22.txt",
  });
  await dialog.getByRole('button', { name: 'Copy as' }).click();
  await page.getByRole('menuitem', { name: 'curl command' }).click();
  await expect(dialog.getByText('Copied: curl command')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `curl --fail --location --output './报告 _1_.txt' '${link}'`,
  );
});

test('a link takes one file in, under the name that was decided, and never a second', async ({ page, app, bucket }) => {
  await bucket.put('in/taken.txt');
  await app.open({ prefix: 'in/' });
  await page.getByRole('button', { name: 'More ways to upload' }).click();
  await page.getByRole('menuitem', { name: 'Upload link…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Upload link into in' });
  const name = dialog.getByRole('textbox', { name: 'Name of the file' });
  await name.fill('taken.txt');
  await dialog.getByRole('button', { name: 'Make link' }).click();
  const taken = 'There is a file of this name, and the link never replaces one.';
  await expect(dialog.getByText(taken)).toBeVisible();
  await expect(page.getByRole('status')).toHaveText(taken);
  await name.fill("it's 报告.txt");
  await dialog.getByRole('button', { name: 'Make link' }).click();
  await expect(dialog.getByText(/whoever has the link may send up to 5 GB/)).toBeVisible();
  await expect(dialog.getByText(/^Expires /)).toBeVisible();
  const command = await dialog.getByRole('textbox', { name: 'Command' }).inputValue();
  const [, file, header = '', url = ''] =
    /^curl --fail --upload-file (.+) --header '([^']+)' '([^']+)'$/.exec(command) ?? [];
  expect(file).toBe(String.raw`'./it'\''s 报告.txt'`);

  const headers = Object.fromEntries([header.split(': ')]) as Record<string, string>;
  expect((await loopbackFetch(url, { method: 'PUT', body: 'first', headers })).status).toBe(200);
  expect((await loopbackFetch(url, { method: 'PUT', body: 'second', headers })).status).toBe(409);
  expect((await bucket.read("in/it's 报告.txt")).toString()).toBe('first');
});

test('a bucket that sends everything as a download: the dialog says so, and its own domain opens and gives app packages', async ({
  page,
  app,
  bucket,
  guard,
}) => {
  guard.tolerateFailedRequests();
  const customDomain = `${bucket.name}-files.localhost`;
  await bucket.becomes({ forcesDownload: true, customDomain });
  const own = `http://${customDomain}:${new URL(bucket.origins[0]).port}`;
  app.configure((config) => ({
    ...config,
    connections: config.connections.map((connection) => ({ ...connection, hosts: [...bucket.origins, own] })),
  }));
  await bucket.put('app.apk');
  await bucket.put('page.html', '<p>x</p>', 'text/html');
  await app.open();
  await row(page, 'page.html').getByRole('checkbox').check();
  await page.keyboard.press('.');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Show it in the browser', { exact: true }).click();
  await expect(dialog.getByText(/download there instead of opening.*Choose your own domain/)).toBeVisible();
  expect((await fetchLink(await linkOf(page))).headers['content-disposition']).toBe('attachment');
  await dialog.getByRole('button', { name: 'More options' }).click();
  await dialog.getByRole('combobox', { name: 'Address' }).selectOption({ label: `${new URL(own).host} (own domain)` });
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(new RegExp(`^${own}/page`));
  await expect(dialog.getByText(/download there instead/)).toBeHidden();
  expect((await fetchLink(await linkOf(page))).headers).toMatchObject({
    'content-type': 'text/html',
    'content-disposition': "inline; filename*=UTF-8''page.html",
  });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await row(page, 'page.html').getByRole('checkbox').uncheck();
  await row(page, 'app.apk').getByRole('checkbox').check();
  await page.keyboard.press('.');
  await expect(dialog.getByText(/only from a domain of your own/)).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toBeHidden();
  await dialog.getByRole('button', { name: 'More options' }).click();
  await dialog.getByRole('combobox', { name: 'Address' }).selectOption({ label: `${new URL(own).host} (own domain)` });
  expect((await fetchLink(await linkOf(page))).body.toString()).toBe('app.apk');
});
