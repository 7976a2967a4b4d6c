import type { Page } from '@playwright/test';
import { shot } from './fixtures/shot.ts';
import { expect, row, test } from './fixtures.ts';
import { signLink, type LinkSigner } from './fixtures/signLink.ts';
import { OWNER } from './fixtures/vendorClient.ts';

async function openMenuItem(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name }).click();
}

test('the inspector says of each broken link who signed it and exactly why it fails', async ({
  page,
  app,
  bucket,
  world,
  guard,
}) => {
  guard.tolerateFailedRequests();
  await bucket.put('照片.txt', 'words');
  await bucket.put('game.apk', 'x');
  await bucket.write('cold.txt', 'ice', { StorageClass: 'ARCHIVE' });
  const [host, alias] = bucket.origins;
  const nowSeconds = Math.floor(Date.now() / 1000);
  const link = (key: string, from = -10, signer: LinkSigner = OWNER): string =>
    signLink(host, key, signer, nowSeconds + from, nowSeconds + from + 3600);
  const good = link('照片.txt');
  const resource = [`qcs::cos:ap-guangzhou:uid/1250000000:${bucket.name}/*`];
  const policy = { version: '2.0', statement: [{ effect: 'allow', action: ['name/cos:GetObject'], resource }] };
  const keys = world.emulator.issueKeys({ policy, durationSeconds: 1800 });
  const { tmpSecretId: secretId, tmpSecretKey: secretKey, sessionToken: token } = keys;
  const temporary = link('照片.txt', -10, { secretId, secretKey, token });

  await app.open();
  await expect(row(page, '照片.txt')).toBeVisible();
  await openMenuItem(page, 'Inspect a link…');
  const dialog = page.getByRole('dialog', { name: 'Inspect a link' });
  const says = async (url: string, title: string): Promise<void> => {
    await dialog.getByRole('textbox', { name: 'Link to inspect' }).fill(url);
    await dialog.getByRole('button', { name: 'Inspect', exact: true }).click();
    await expect(dialog.getByRole('heading', { level: 3 })).toHaveText(title);
  };
  await says(good, 'It works');
  await expect(dialog).toContainText(OWNER.secretId);
  await expect(dialog).toContainText(/Works until.*, in \d+ minutes/);
  await shot(page, 'inspector-works');
  await says(temporary, 'It works');
  await says(link('照片.txt', -7200), 'It has ended');
  await shot(page, 'inspector-ended');
  await says(link('照片.txt', 3600), 'It has not begun');
  await says(good.replace(host, alias), 'Wrong host');
  await expect(dialog).toContainText(`It works at ${host}.`);
  await says(good.replace('%E7%85%A7', '%E7%85%A8'), 'It is not as it was signed');
  await says(temporary.replace(/&x-cos-security-token=[^&]*/, ''), 'Its key is unknown, or its token is missing');
  await says(good.replace(/&q-key-time=[^&]*/, ''), 'Its signature cannot be read');
  await says(link('none.txt'), 'There is no such object');
  await says(link('cold.txt'), 'The object is archived');
  await says(`${host}/game.apk`, 'It needs a signature');
  world.emulator.control.revokeKeys(secretId);
  await says(temporary, 'The key that signed it is gone');
  await bucket.becomes({ forcesDownload: true, acl: 'public-read' });
  await says(`${host}/game.apk`, 'Buckets made since 2024 refuse apps here');
  await says(`${host}/%E7%85%A7%E7%89%87.txt`, 'It works, but always downloads');
  await bucket.removeCors();
  await says(good, 'This page may not see the answer');

  // A foreign host is read, and nobody is asked.
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('https://other-1251111111.cos.ap-tokyo.myqcloud.com/a.txt?sign=x');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { level: 3 })).toHaveText('Its signature cannot be read');
  await expect(dialog).toContainText('other-1251111111');
  await says(
    `https://cos.ap-guangzhou.myqcloud.com/${bucket.name}/a.txt`,
    'Buckets made since 2024 refuse path-style addresses',
  );
  await shot(page, 'inspector-foreign');
  // The palette itself asks this bucket whether it keeps versions.
  const known = [app.origin, ...bucket.origins];
  expect(asked.filter((url) => !known.some((origin) => url.startsWith(origin)))).toEqual([]);
});

test('my links are kept by name, count down, are made anew by Copy, and are forgotten', async ({
  page,
  app,
  bucket,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await bucket.put('a.txt', 'for you');
  await app.open();
  await row(page, 'a.txt').click();
  await page.getByRole('button', { name: 'Share link' }).first().click();
  const share = page.getByRole('dialog');
  await expect(share.getByRole('textbox', { name: 'Link', exact: true })).toHaveValue(/^http/);
  await share.getByRole('button', { name: 'Copy link' }).click();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(clipboard).toMatch(/^http/);
  const first = await clipboard();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(row(page, 'a.txt')).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify(localStorage));
  expect(stored).toContain('a.txt');
  expect(stored).not.toMatch(/q-sign|https?:|token/);

  await openMenuItem(page, 'My links');
  const dialog = page.getByRole('dialog', { name: 'My links' });
  const item = dialog.getByRole('listitem').filter({ hasText: 'a.txt' });
  await expect(item).toContainText(/Ends in \d+ (minutes|hour)/);
  await shot(page, 'my-links');
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await item.getByRole('button', { name: 'Copy a new link to a.txt' }).click();
  await expect.poll(clipboard).toMatch(/^http/);
  expect(new URL(await clipboard()).pathname).toBe(new URL(first).pathname);
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await item.getByRole('button', { name: 'Forget the link to a.txt' }).click();
  await expect(dialog).toContainText('No links yet');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('beeline.madeLinks'))).toBeNull();
});
