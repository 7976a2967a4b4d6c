import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { sha256, TestBucket } from './fixtures/TestBucket.ts';
import { expect, expectStatus, row, test, transfer } from './fixtures.ts';

/** Looks at a state when asked to: `SHOTS=folder npx playwright test operations`. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  const before = page.viewportSize();
  if (!folder || before === null) return;
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` });
    }
  }
  await page.setViewportSize(before);
}

test('a folder is renamed with F2 through throttling, and taken back with Ctrl+Z', async ({
  page,
  app,
  bucket,
  guard,
}) => {
  guard.tolerateFailedRequests();
  const inside = Array.from({ length: 30 }, (_, index) => `trip/day ${index}.txt`);
  for (const key of [...inside, 'trip/', 'other.txt']) await bucket.put(key);
  bucket.plantFaults(
    { operation: 'PutObjectCopy', nth: 3, times: 4, effect: { type: 'error', status: 503, code: 'SlowDown' } },
    { operation: 'DeleteMultipleObjects', effect: { type: 'reset', at: 'answer' } },
  );
  await app.open();
  await row(page, 'trip').click();
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Rename trip' });
  await dialog.getByRole('textbox', { name: 'New name' }).fill('other.txt');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(dialog.getByText('This name exists already.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'New name' }).fill('reise 旅');
  await shot(page, 'rename-dialog');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expectStatus(page, 'trip', 'Done');
  await shot(page, 'rename-done');
  await expect(row(page, 'reise 旅')).toBeVisible();
  await expect(row(page, 'trip')).toHaveCount(0);
  const renamed = inside.map((key) => key.replace('trip/', 'reise 旅/'));
  expect(await bucket.keys()).toEqual(['other.txt', 'reise 旅/', ...renamed].toSorted());
  expect((await bucket.read('reise 旅/day 7.txt')).toString()).toBe('trip/day 7.txt');

  await page.keyboard.press('Control+z');
  await expect(row(page, 'trip')).toBeVisible();
  await expect(row(page, 'reise 旅')).toHaveCount(0);
  expect(await bucket.keys()).toEqual(['other.txt', 'trip/', ...inside].toSorted());
});

test('objects are moved by the dialog; taken names are asked about on one sheet, and only they wait', async ({
  page,
  app,
  bucket,
}) => {
  const names = ['a.txt', 'b.txt', 'new.txt', 'r.txt'];
  for (const key of names) await bucket.put(key);
  for (const name of ['a.txt', 'b.txt', 'r.txt']) await bucket.put(`box/${name}`, `theirs ${name}`);
  await app.open();
  for (const name of names) await row(page, name).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Move 4 items to…' });
  await expect(dialog.getByRole('button', { name: 'Move here' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'box, folder' }).click();
  await expect(dialog.getByText('3 of these names are taken here')).toBeVisible();
  await shot(page, 'move-dialog');
  await dialog.getByRole('button', { name: 'Move here' }).click();

  const sheet = page.getByRole('dialog', { name: '3 names already exist' });
  await expect(sheet.getByText('None of these was touched yet')).toBeVisible();
  await expectStatus(page, '4 items', 'Waiting for your answer');
  await shot(page, 'move-conflicts');
  expect(bucket.requests('HeadObject').map(({ key }) => key)).not.toContain('box/a.txt');
  await page.getByRole('option', { name: /^a\.txt/ }).click();
  await page.getByRole('button', { name: 'Replace' }).click();
  await page.getByRole('option', { name: /^b\.txt/ }).click();
  await page.getByRole('button', { name: 'Keep both' }).click();
  await page.getByRole('button', { name: 'Skip' }).click();
  await expectStatus(page, '4 items', 'Done');
  await shot(page, 'move-done');
  await expect(row(page, 'r.txt')).toBeVisible();
  await expect(row(page, 'a.txt')).toHaveCount(0);
  const left = ['box/a.txt', 'box/b (1).txt', 'box/b.txt', 'box/new.txt', 'box/r.txt', 'r.txt'];
  expect(await bucket.keys()).toEqual(left);
  const bodies = await Promise.all(left.map(async (key) => (await bucket.read(key)).toString()));
  expect(bodies).toEqual(['a.txt', 'b.txt', 'theirs b.txt', 'new.txt', 'theirs r.txt', 'r.txt']);
});

test('a move that a reload cut off is offered again and finished', async ({ page, app, bucket, guard }) => {
  guard.tolerateFailedRequests();
  const keys = Array.from({ length: 20 }, (_, index) => `old/${String(index).padStart(2, '0')}`);
  for (const key of keys) await bucket.put(key);
  bucket.plantFaults({ operation: 'PutObjectCopy', nth: 8, times: null, effect: { type: 'hang' } });
  await app.open();
  await row(page, 'old').click();
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Rename old' });
  await dialog.getByRole('textbox', { name: 'New name' }).fill('new');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expectStatus(page, 'old', 'Moving');
  await expect.poll(() => bucket.requests('PutObjectCopy').length).toBeGreaterThan(8);
  await page.reload();
  bucket.clearFaults();
  await expectStatus(page, 'old', 'Paused, begun before');
  await transfer(page, 'old').getByRole('button', { name: 'Resume old' }).click();
  await expectStatus(page, 'old', 'Done');
  expect(await bucket.keys()).toEqual(keys.map((key) => key.replace('old', 'new')));
});

test('an object no URL can name gets a safe name; its original goes when the person says so', async ({
  page,
  app,
  bucket,
}) => {
  await bucket.put('in/..', 'dots');
  await app.open({ prefix: 'in/' });
  await row(page, '..').click();
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: /^Rename/ });
  await dialog.getByRole('textbox', { name: 'New name' }).fill('safe');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expectStatus(page, '..', 'Done, not verified');
  expect(await bucket.keys()).toEqual(['in/..', 'in/safe']);
  await transfer(page, '..').getByRole('button', { name: 'Delete the originals' }).click();
  await expect.poll(() => bucket.keys()).toEqual(['in/safe']);
});

test('deleted objects go to the trash where that is wished, and are restored with their whole path', async ({
  page,
  app,
  bucket,
}) => {
  for (const key of ['docs/2026/plan.txt', 'docs/other.txt', 'gone.txt', 'keep.txt']) await bucket.put(key);
  await app.open();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Go to the trash' }).click();
  await row(page, 'docs').click();
  await row(page, 'gone.txt').click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('Delete');
  const question = page.getByRole('alertdialog', { name: 'Delete 2 items?' });
  await shot(page, 'trash-question');
  await question.getByRole('button', { name: 'Move to trash' }).click();
  await expectStatus(page, '2 items', 'Done');
  await shot(page, 'trash-toast');
  await expect(row(page, 'docs')).toHaveCount(0);
  await expect(row(page, '.trash')).toHaveAccessibleName(/Trash/);
  const inTrash = (await bucket.keys()).filter((key) => key.startsWith('.trash/'));
  expect(inTrash.map((key) => key.split('/').slice(2).join('/'))).toEqual([
    'docs/2026/plan.txt',
    'docs/other.txt',
    'gone.txt',
  ]);

  await bucket.put('docs/other.txt', 'written meanwhile');
  await row(page, '.trash').press('Enter');
  await row(page, '20').press('Enter');
  await expect(page.getByText('This is the trash.')).toBeVisible();
  await row(page, 'docs').click();
  await shot(page, 'trash');
  await page.getByRole('button', { name: 'Restore' }).click();
  const sheet = page.getByRole('dialog', { name: 'docs/other.txt already exists' });
  await sheet.getByRole('button', { name: 'Keep both' }).click();
  await expectStatus(page, 'docs', 'Done');
  expect((await bucket.keys()).filter((key) => !key.startsWith('.trash/'))).toEqual([
    'docs/2026/plan.txt',
    'docs/other (1).txt',
    'docs/other.txt',
    'keep.txt',
  ]);
  expect((await bucket.read('docs/other (1).txt')).toString()).toBe('docs/other.txt');

  await row(page, 'gone.txt').click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alertdialog').getByText('This cannot be undone.')).toBeVisible();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(async () => (await bucket.keys()).filter((key) => key.startsWith('.trash/'))).toEqual([]);
});

test('a folder is moved to another connection; the page carries what the server may not', async ({
  page,
  app,
  bucket,
  endpoint,
  world,
  guard,
}) => {
  guard.tolerateFailedRequests();
  const other = await TestBucket.create(world.emulator, app.origin);
  endpoint.alsoServe({ bucket: other.name, region: other.region });
  app.configure(({ endpoint: keys, connections: [main] }) => ({
    endpoint: keys,
    connections: [
      main,
      { id: 'other', label: 'Archive', bucket: other.name, region: other.region, hosts: other.origins },
    ],
  }));
  const large = randomBytes(9 * 1024 * 1024);
  await bucket.put('trip/large.bin', large);
  await bucket.put('trip/ü +.txt');
  await other.put('in/x');
  await app.open();
  await row(page, 'trip').click();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Move 1 item to…' });
  await dialog.getByRole('combobox', { name: 'To' }).selectOption('Archive');
  await dialog.getByRole('button', { name: 'in, folder' }).click();
  await shot(page, 'move-elsewhere');
  await dialog.getByRole('button', { name: 'Move here' }).click();
  await expectStatus(page, 'trip', 'Done');
  await expect(transfer(page, 'trip').getByText(/through this page/)).toBeVisible();
  await shot(page, 'moved-elsewhere');
  await expect(row(page, 'trip')).toHaveCount(0);
  expect(await bucket.keys()).toEqual([]);
  expect(await other.keys()).toEqual(['in/trip/large.bin', 'in/trip/ü +.txt', 'in/x']);
  expect(await other.sha256('in/trip/large.bin')).toBe(sha256(large));
});

test('a new folder is an operation, and Undo removes it', async ({ page, app, bucket }) => {
  await bucket.put('a.txt');
  await app.open();
  await page.getByRole('button', { name: 'New folder' }).click();
  await page.getByRole('textbox', { name: 'Folder name' }).fill('neu');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(row(page, 'neu')).toBeVisible();
  await expect.poll(() => bucket.keys()).toEqual(['a.txt', 'neu/']);
  await page.getByRole('complementary').getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'neu')).toHaveCount(0);
  expect(await bucket.keys()).toEqual(['a.txt']);
});
