import type COS from 'cos-nodejs-sdk-v5';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { fileManagerCors } from './emulator/defaultCors.ts';
import { expect, row, test } from './fixtures.ts';
import { vendorClient } from './fixtures/vendorClient.ts';

const done = (page: Page) => page.getByRole('button', { name: 'Run again' });

test('the check finds a set-up in order, changes nothing, and its report holds no secret', async ({
  app,
  bucket,
  endpoint,
  guard,
  page,
}) => {
  // It asks for what is refused on purpose, which the browser reports by itself.
  guard.tolerateFailedRequests();
  await bucket.put('private name.txt', 'text');
  await app.open();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Check the set-up' }).click();
  await expect(page.getByRole('heading', { name: 'Set-up check', level: 1 })).toBeFocused();
  await expect(done(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Everything is in order' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(9);
  expect(await bucket.keys()).toEqual(['private name.txt']);
  expect(await bucket.uploads()).toEqual([]);

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download report' }).click();
  const report = readFileSync(await (await saving).path(), 'utf8');
  expect(JSON.parse(report)).toMatchObject({ connection: { bucket: bucket.name }, page: app.origin });
  expect(report).toMatch(/"requestId": "\w+/);
  for (const secret of ['private name', 'q-sign', ...endpoint.secrets]) expect(report).not.toContain(secret);

  // Back to the very folder, by the link and by the browser.
  await page.getByRole('link', { name: 'Back to the files' }).click();
  await expect(row(page, 'private name.txt')).toBeVisible();
});

test('a connection error leads to the check; the rule it shows, pasted by the owner, mends it', async ({
  app,
  bucket,
  guard,
  page,
  world,
}) => {
  guard.tolerateFailedRequests();
  await bucket.put('a.txt', 'text');
  await bucket.removeCors();
  await app.open();
  await page.getByRole('link', { name: 'Check the set-up' }).click();
  const first = page.getByRole('main').getByRole('listitem').first();
  await expect(first.getByRole('heading', { name: 'The bucket does not let this page read' })).toBeVisible();
  await first.getByText('XML', { exact: true }).click();
  const rule = await first.getByRole('region', { name: 'XML' }).innerText();

  const owner: COS = vendorClient(world.emulator);
  await owner.request({
    Bucket: bucket.name,
    Region: bucket.region,
    Key: '',
    Method: 'PUT',
    Action: 'cors',
    Body: rule,
  });
  await done(page).click();
  await expect(page.getByRole('heading', { name: 'Everything is in order' })).toBeVisible();
  await page.goBack();
  await expect(row(page, 'a.txt')).toBeVisible();
});

test('inside a real browser the pieces of a rule are told apart as well', async ({
  app,
  bucket,
  guard,
  page,
  world,
}) => {
  guard.tolerateFailedRequests();
  await bucket.put('a.txt', 'text');
  const [rule] = fileManagerCors([app.origin]);
  await world.emulator.control.setCors(bucket.name, [
    {
      ...rule!,
      allowedMethods: ['GET', 'HEAD', 'PUT', 'POST'],
      allowedHeaders: ['content-type'],
      exposeHeaders: rule!.exposeHeaders.filter((name) => name !== 'ETag'),
    },
  ]);
  await page.goto(`${app.origin}/#/doctor`);
  await expect(done(page)).toBeVisible();
  const list = page.getByRole('main');
  await expect(list.getByRole('heading', { name: 'The CORS rule lacks DELETE' })).toBeVisible();
  await expect(list.getByText(/Not allowed: .*Authorization.*x-cos-security-token/)).toBeVisible();
  await expect(list.getByRole('heading', { name: 'The CORS rule hides ETag' })).toBeVisible();
});
