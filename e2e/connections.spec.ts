import type { Page } from '@playwright/test';
import { fileManagerCors } from './emulator/defaultCors.ts';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile } from './fixtures/makeFile.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

const connectionButton = (page: Page) => page.getByRole('button', { name: /^Connection/ });

test('buckets are switched between by name and region, and another one is opened where that is allowed', async ({
  page,
  app,
  bucket,
  world,
  guard,
}) => {
  guard.tolerateFailedRequests();
  const { emulator } = world;
  const cors = fileManagerCors([app.origin]);
  const [first, second] = ['team', 'open'].map((name) => `${name}${Date.now() % 1e6}-1250000000`) as [string, string];
  await emulator.control.createBucket({ name: first, region: 'ap-beijing', acl: 'public-read', cors });
  await emulator.control.createBucket({ name: second, region: 'ap-guangzhou', acl: 'public-read', cors });
  await emulator.control.putObject(first, 'team.txt', Buffer.from('team'));
  await emulator.control.putObject(second, 'open/open.txt', Buffer.from('open'));
  await bucket.put('mine.txt');
  app.configure((config) => ({
    ...config,
    connections: [
      ...config.connections,
      {
        id: 'team',
        label: 'Team',
        bucket: first,
        region: 'ap-beijing',
        access: 'anonymous',
        hosts: emulator.bucketOrigins(first),
      },
    ],
    otherBuckets: {
      regions: ['ap-guangzhou', 'ap-beijing'],
      hosts: [`http://{bucket}.cos.{region}.localhost:${emulator.port}`],
    },
  }));
  await app.open();
  await connectionButton(page).click();
  await expect(page.getByRole('menuitem', { name: 'Team' })).toContainText(`${first} · Beijing (ap-beijing)`);
  await page.getByRole('menuitem', { name: 'Team' }).click();
  await expect(row(page, 'team.txt')).toBeVisible();
  await expect(page).toHaveURL(/[?&]c=team/);
  expect(page.url()).not.toContain('localhost%3A');

  await connectionButton(page).click();
  await page.getByRole('menuitem', { name: 'Open another bucket…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open another bucket' });
  await dialog.getByRole('textbox', { name: 'Bucket' }).fill('open');
  await dialog.getByRole('button', { name: 'Open' }).click();
  await expect(dialog.getByText('Not a full bucket name')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Bucket' }).fill(second);
  await dialog.getByRole('combobox', { name: 'Region' }).selectOption({ label: 'Guangzhou (ap-guangzhou)' });
  await dialog.getByRole('textbox', { name: 'Folder (optional)' }).fill('open');
  // The endpoint gives no keys for this bucket, and says so; the bucket itself lets everybody read.
  await dialog.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('main').getByText('The key service refused')).toBeVisible();
  await connectionButton(page).click();
  await page.getByRole('menuitem', { name: 'Open another bucket…' }).click();
  await dialog.getByRole('textbox', { name: 'Bucket' }).fill(second);
  await dialog.getByRole('textbox', { name: 'Folder (optional)' }).fill('open/');
  await dialog.getByRole('checkbox', { name: 'Open without keys' }).check();
  await dialog.getByRole('button', { name: 'Open' }).click();
  await expect(row(page, 'open.txt')).toBeVisible();
  expect(page.url()).not.toContain(second);
  await page.reload();
  await expect(row(page, 'open.txt')).toBeVisible();

  // Somebody else's browser does not know the id: a link opens no bucket by itself.
  const link = page.url();
  await connectionButton(page).click();
  await page.getByRole('menuitem', { name: /^Remove .* from this list$/ }).click();
  await expect(row(page, 'mine.txt')).toBeVisible();
  await page.goto(link);
  await expect(page.getByText('This connection does not exist')).toBeVisible();
});

test('a page without a key service opens other buckets without keys, and says so', async ({
  page,
  app,
  world,
  guard,
}) => {
  guard.tolerateFailedRequests();
  const name = `open${Date.now() % 1e6}-1250000000`;
  const { emulator } = world;
  await emulator.control.createBucket({
    name,
    region: 'ap-guangzhou',
    acl: 'public-read',
    cors: fileManagerCors([app.origin]),
  });
  await emulator.control.putObject(name, 'open.txt', Buffer.from('open'));
  app.configure(({ endpoint: _none, ...config }) => ({
    ...config,
    connections: config.connections.map((connection) => ({ ...connection, access: 'anonymous' })),
    otherBuckets: {
      regions: ['ap-guangzhou'],
      hosts: [`http://{bucket}.cos.{region}.localhost:${emulator.port}`],
    },
  }));
  await page.goto(`${app.origin}/`);
  await connectionButton(page).click();
  await page.getByRole('menuitem', { name: 'Open another bucket…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open another bucket' });
  const box = dialog.getByRole('checkbox', { name: 'Open without keys' });
  await expect(box).toBeChecked();
  await expect(box).toBeDisabled();
  await expect(box).toHaveAccessibleDescription(/no key service/);
  await dialog.getByRole('textbox', { name: 'Bucket' }).fill(name);
  await dialog.getByRole('button', { name: 'Open' }).click();
  await expect(row(page, 'open.txt')).toBeVisible();
});

test('a key the bucket does not show to everyone is told from a missing right', async ({ page, app, world, guard }) => {
  guard.tolerateFailedRequests();
  const name = `private${Date.now() % 1e6}-1250000000`;
  const { emulator } = world;
  await emulator.control.createBucket({ name, region: 'ap-guangzhou', cors: fileManagerCors([app.origin]) });
  app.configure((config) => ({
    ...config,
    connections: [
      { id: 'p', bucket: name, region: 'ap-guangzhou', access: 'anonymous', hosts: emulator.bucketOrigins(name) },
    ],
  }));
  await app.open();
  await expect(page.getByRole('main').getByText('The bucket does not show this to everyone')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Upload files' })).toHaveAccessibleDescription(/can only read/);
});

test('Forget this device leaves nothing behind, and the bucket as it is', async ({ page, app, bucket }, testInfo) => {
  await bucket.put('kept/a.txt');
  await app.open({ prefix: 'kept/' });
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'up.txt', 10).path);
  await expectStatus(page, 'up.txt', 'Done');
  await page.getByRole('button', { name: 'Add to favourites' }).click();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('downloads', { create: true });
    await folder.getFileHandle('staged', { create: true });
    localStorage.setItem('other-app', 'stays');
  });
  const kept = () =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const files: string[] = [];
      for await (const name of root.keys()) files.push(name);
      const databases = (await indexedDB.databases()).map(({ name }) => name);
      return { files, databases, remembered: [...Object.keys(localStorage), ...Object.keys(sessionStorage)] };
    });
  expect(await kept()).toMatchObject({ files: ['downloads'], databases: ['beeline'] });

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Forget this device…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Forget this device?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expect(question).toContainText('favourites');
  await question.getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByRole('alertdialog', { name: /keeps nothing/ })).toBeVisible();
  expect(await kept()).toEqual({ files: [], databases: [], remembered: ['other-app'] });
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(row(page, 'kept')).toBeVisible();
  expect(await bucket.keys()).toEqual(['kept/a.txt', 'kept/up.txt']);
});

test('a token handed in by the owner of the page opens the bucket; uploads wait for a newer one and go on', async ({
  page,
  app,
  bucket,
  endpoint,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests();
  await bucket.put('a.txt');
  await page.route('**/portal/token.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: "export const getToken = () => document.documentElement.dataset.token ?? 'first';",
    }),
  );
  endpoint.demandToken('first');
  app.configure((config) => ({ ...config, endpoint: { ...config.endpoint, tokenModule: '/portal/token.js' } }));
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();

  endpoint.demandToken('second');
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'waits.txt', 10).path);
  await expectStatus(page, 'waits.txt', 'Signing in');
  await page.evaluate(() => {
    document.documentElement.dataset['token'] = 'second';
    // The person was in the portal's tab and comes back.
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expectStatus(page, 'waits.txt', 'Done');
  expect(await bucket.keys()).toEqual(['a.txt', 'waits.txt']);
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href]));
  expect(stored).not.toMatch(/first|second/);
});
