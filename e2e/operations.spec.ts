import type { Page } from '@playwright/test';
import { expect, expectStatus, row, test, transfer } from './fixtures.ts';

/** Looks at a state when asked to: `SHOTS=folder npx playwright test operations`. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
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
  const field = page.getByRole('textbox', { name: 'New name' });
  await field.fill('other.txt');
  await field.press('Enter');
  await expect(page.getByRole('grid').getByText('This name exists already.')).toBeVisible();
  await field.fill('reise 旅');
  await shot(page, 'rename-field');
  await field.press('Enter');
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

test('objects are moved by the dialog; what is in the way is left alone until the person says so', async ({
  page,
  app,
  bucket,
}) => {
  for (const key of ['a.txt', 'b.txt', 'box/a.txt']) await bucket.put(key);
  await app.open();
  await row(page, 'a.txt').click();
  await row(page, 'b.txt').click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Move 2 items to…' });
  await expect(dialog.getByRole('button', { name: 'Move here' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'box, folder' }).click();
  await expect(dialog.getByText('1 of these names is taken here')).toBeVisible();
  await shot(page, 'move-dialog');
  await dialog.getByRole('button', { name: 'Move here' }).click();
  await expectStatus(page, '2 items', 'Failed');
  await shot(page, 'move-failed');
  expect(await bucket.keys()).toEqual(['a.txt', 'box/a.txt', 'box/b.txt']);
  expect((await bucket.read('box/a.txt')).toString()).toBe('box/a.txt');
  await transfer(page, '2 items').getByRole('button', { name: 'Replace what is in the way' }).click();
  await expectStatus(page, '2 items', 'Done');
  expect(await bucket.keys()).toEqual(['box/a.txt', 'box/b.txt']);
  expect((await bucket.read('box/a.txt')).toString()).toBe('a.txt');
});

test('a move that a reload cut off is offered again and finished', async ({ page, app, bucket, guard }) => {
  guard.tolerateFailedRequests();
  const keys = Array.from({ length: 20 }, (_, index) => `old/${String(index).padStart(2, '0')}`);
  for (const key of keys) await bucket.put(key);
  bucket.plantFaults({ operation: 'PutObjectCopy', nth: 8, times: null, effect: { type: 'hang' } });
  await app.open();
  await row(page, 'old').click();
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
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
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Rename/ });
  await dialog.getByRole('textbox', { name: 'New name' }).fill('safe');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expectStatus(page, '..', 'Done, not verified');
  expect(await bucket.keys()).toEqual(['in/..', 'in/safe']);
  await transfer(page, '..').getByRole('button', { name: 'Delete the originals' }).click();
  await expect.poll(() => bucket.keys()).toEqual(['in/safe']);
});
