import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { fetchLink } from './fixtures/fetchLink.ts';
import { fileManagerCors } from './emulator/defaultCors.ts';
import { shot } from './fixtures/shot.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

async function openDetails(page: Page, name: string) {
  await row(page, name).first().focus();
  await page.keyboard.press('Alt+Enter');
  return page.getByLabel(`Preview of ${name}`);
}

test('everybody may read an object and a folder, after the risk was read, and it is taken back', async ({
  page,
  app,
  bucket,
}) => {
  for (const key of ['照片.txt', 'box/one.txt', 'box/deep/two.txt', 'boxed.txt']) await bucket.write(key, key);
  await app.open();
  const panel = await openDetails(page, '照片.txt');
  await expect(panel).toContainText('As the bucket');
  await expect(panel.getByRole('textbox', { name: 'Plain address' })).toBeHidden();
  await panel.getByRole('button', { name: 'Change who may read it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Who may read 照片.txt' });
  await expect(dialog).toContainText('Now: As the bucket');
  await dialog.getByRole('radio', { name: 'Everybody on the internet' }).check();
  await shot(page, 'access');
  await dialog.getByRole('button', { name: 'Set' }).click();
  const risk = page.getByRole('alertdialog', { name: 'Let everybody read 照片.txt?' });
  await expect(risk).toContainText('no key, no sign-in, no end');
  expect(await bucket.acl('照片.txt')).toBe('default');
  await shot(page, 'access-risk');
  await risk.getByRole('button', { name: 'Make public' }).click();
  await expectStatus(page, '照片.txt', 'Done');
  await expect(panel).toContainText('Everybody on the internet (public-read).');
  const url = await panel.getByRole('textbox', { name: 'Plain address' }).inputValue();
  expect((await fetchLink(url)).body.toString()).toBe('照片.txt');
  await shot(page, 'access-public');

  await panel.getByRole('button', { name: 'Change who may read it' }).click();
  await expect(dialog).toContainText('Now: Everybody on the internet');
  await dialog.getByRole('radio', { name: 'As the bucket says' }).check();
  await dialog.getByRole('button', { name: 'Set' }).click();
  await expect(panel.getByRole('textbox', { name: 'Plain address' })).toBeHidden();
  expect((await fetchLink(url)).status).toBe(403);
  await page.keyboard.press('Escape');

  await row(page, 'box').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Who may read it…' }).click();
  const folder = page.getByRole('dialog', { name: 'Who may read box' });
  await folder.getByRole('radio', { name: 'Everybody on the internet' }).check();
  await folder.getByRole('button', { name: 'Set' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make public' }).click();
  await expect.poll(() => bucket.acl('box/deep/two.txt')).toBe('public-read');
  await expect.poll(() => bucket.acl('box/one.txt')).toBe('public-read');
  expect(await bucket.acl('boxed.txt')).toBe('default');
});

test('keys without the right to change or see it say so, and ask nothing', async ({ page, app, bucket, endpoint }) => {
  endpoint.withhold('name/cos:PutObjectACL', 'name/cos:GetObjectACL', 'name/cos:GetObjectTagging');
  await bucket.put('a.txt');
  await app.open();
  const panel = await openDetails(page, 'a.txt');
  await expect(panel).toContainText('does not include name/cos:GetObjectACL');
  await expect(panel).toContainText('does not include name/cos:GetObjectTagging');
  expect(bucket.requests('GetObjectACL')).toEqual([]);
});

test('a deployment without a key service shows a public bucket: nothing is signed, what needs a key says so', async ({
  page,
  app,
  world,
}) => {
  const name = `open${Date.now() % 1e6}-1250000000`;
  const region = 'ap-guangzhou';
  const { control } = world.emulator;
  await control.createBucket({ name, region, acl: 'public-read', cors: fileManagerCors([app.origin]) });
  await control.putObject(name, 'box/照片.txt', Buffer.from('for all'), { contentType: 'text/plain' });
  const hosts = world.emulator.bucketOrigins(name);
  app.configure(() => ({ connections: [{ id: 'open', bucket: name, region, access: 'anonymous', hosts }] }));
  await app.open();
  await row(page, 'box').click();
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeDisabled();
  await row(page, 'box').dblclick();
  const panel = await openDetails(page, '照片.txt');
  await expect(panel).toContainText('7 bytes');
  const url = await panel.getByRole('textbox', { name: 'Plain address' }).inputValue();
  expect((await fetchLink(url)).body.toString()).toBe('for all');
  for (const action of ['Edit details', 'Change who may read it', 'Share link']) {
    await expect(panel.getByRole('button', { name: action })).toHaveAccessibleDescription(/can only read/);
  }
  await shot(page, 'access-anonymous');
  await panel.getByRole('tab', { name: 'Preview' }).click();
  await expect(panel.getByText('for all')).toBeVisible();
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download' }).first().click();
  expect(await readFile(await (await download).path(), 'utf8')).toBe('for all');
  await row(page, '照片.txt').click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Who may read it…' })).toHaveAttribute('aria-disabled', 'true');
  const seen = control.journal().filter(({ host }) => host.startsWith(name));
  expect(seen.length).toBeGreaterThan(2);
  expect(
    seen.filter(({ query, authorizationHash, status }) => {
      return authorizationHash !== undefined || status >= 400 || 'q-signature' in query;
    }),
  ).toEqual([]);
});
