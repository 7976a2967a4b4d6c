import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { MiB } from './fixtures/makeFile.ts';
import { sha256 } from './fixtures/TestBucket.ts';
import { expect, expectStatus, row, test, transfer } from './fixtures.ts';

for (const { name, bytes } of [
  { name: 'empty.bin', bytes: 0 },
  { name: 'small.bin', bytes: 1000 },
  { name: '大 文件+%2F.bin', bytes: 40 * MiB },
]) {
  test(`the downloaded ${name} equals the object`, async ({ page, app, bucket }) => {
    const body = randomBytes(bytes);
    await bucket.put(`d/${name}`, body);
    await app.open({ prefix: 'd/' });
    await row(page, name).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).first().click();
    const path = await (await download).path();
    await expectStatus(page, name, 'Done');
    expect(sha256(readFileSync(path))).toBe(sha256(body));
  });
}

test('an object stored compressed is saved as it is stored', async ({ page, app, bucket }) => {
  const stored = gzipSync(Buffer.alloc(3 * MiB, 'The same words again. '));
  await bucket.put('log.txt.gz', stored, 'text/plain', { 'content-encoding': 'gzip' });
  await app.open();
  await row(page, 'log.txt.gz').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).first().click();
  const path = await (await download).path();
  await expectStatus(page, 'log.txt.gz', 'Done');
  expect(sha256(readFileSync(path))).toBe(sha256(stored));
});

test('a download cut in the middle goes on, and no short file is saved', async ({ page, app, bucket, guard }) => {
  guard.tolerateFailedRequests();
  const body = randomBytes(20 * MiB);
  await bucket.put('cut.bin', body);
  bucket.plantFaults({ operation: 'GetObject', effect: { type: 'cut', afterBytes: MiB } });
  await app.open();
  await row(page, 'cut.bin').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).first().click();
  expect(sha256(readFileSync(await (await download).path()))).toBe(sha256(body));
});

test('damaged bytes are never saved', async ({ page, app, bucket, guard }) => {
  guard.tolerateFailedRequests();
  await bucket.put('damaged.bin', randomBytes(5000));
  bucket.plantFaults({ operation: 'GetObject', times: null, effect: { type: 'corrupt', atByte: 100 } });
  let saved = 0;
  page.on('download', () => {
    saved += 1;
  });
  await app.open();
  await row(page, 'damaged.bin').click();
  await page.getByRole('button', { name: 'Download' }).first().click();
  await expectStatus(page, 'damaged.bin', 'Failed', 45_000);
  expect(saved).toBe(0);
});

test('delete asks first, and removes exactly what was named', async ({ page, app, bucket }) => {
  for (const key of ['a.txt', 'b.txt', 'c.txt']) await bucket.put(key);
  await app.open();
  await row(page, 'a.txt').click();
  await row(page, 'b.txt').click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: 'Delete' }).first().click();

  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('2');
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  expect(await bucket.keys()).toEqual(['a.txt', 'b.txt', 'c.txt']);

  await page.getByRole('button', { name: 'Delete' }).first().click();
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, 'a.txt')).toBeHidden();
  await expect(row(page, 'b.txt')).toBeHidden();
  await expect(row(page, 'c.txt')).toBeVisible();
  expect(await bucket.keys()).toEqual(['c.txt']);
});

test('a delete that is not allowed says so, and the row stays', async ({ page, app, bucket, endpoint, guard }) => {
  guard.tolerateFailedRequests();
  await bucket.put('kept.txt');
  endpoint.deny('name/cos:DeleteObject', 'name/cos:DeleteMultipleObjects');
  await app.open();
  await row(page, 'kept.txt').click();
  await page.getByRole('button', { name: 'Delete' }).first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(
    page
      .getByRole('alert')
      .getByText(/not allowed|permission|may not/i)
      .first(),
  ).toBeAttached();
  await expect(row(page, 'kept.txt')).toBeVisible();
  expect(await bucket.keys()).toEqual(['kept.txt']);
});

test('a deletion that a reload cut off is offered again and finished; the list is true in between', async ({
  page,
  app,
  bucket,
  guard,
}) => {
  guard.tolerateFailedRequests();
  await bucket.seed({ pattern: 'k####', count: 1010, sizesBytes: [1] });
  bucket.plantFaults({ operation: 'DeleteMultipleObjects', nth: 2, times: null, effect: { type: 'hang' } });
  await app.open();
  await row(page, 'k0000').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expectStatus(page, '1,010 items', 'Deleting');
  await expect(transfer(page, '1,010 items').getByText('1,000 of 1,010 objects')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Files' })).toHaveAttribute('aria-rowcount', '11');
  await page.reload();
  bucket.clearFaults();
  await expectStatus(page, '1,010 items', 'Paused, begun before');
  await transfer(page, '1,010 items').getByRole('button', { name: 'Resume' }).click();
  await expectStatus(page, '1,010 items', 'Done');
  expect(await bucket.keys()).toEqual([]);
});

test('a bucket that keeps versions gives back what was deleted, with the toast and with Ctrl+Z', async ({
  page,
  app,
  bucket,
}) => {
  await bucket.keepVersions();
  for (const key of ['trip/1.txt', 'trip/2.txt', 'other.txt']) await bucket.put(key);
  const remove = async (): Promise<void> => {
    await row(page, 'trip').click();
    await page.keyboard.press('Delete');
    const question = page.getByRole('alertdialog', { name: 'Delete trip?' });
    await expect(question.getByText('2 objects will be deleted. This bucket keeps versions')).toBeVisible();
    await question.getByRole('button', { name: 'Delete' }).click();
    await expect(row(page, 'trip')).toHaveCount(0);
    await expect.poll(() => bucket.keys()).toEqual(['other.txt']);
  };
  await app.open();
  await remove();
  const toast = page.getByRole('complementary').filter({ hasText: 'trip' });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'trip')).toBeVisible();
  await expect(toast).toHaveCount(0);
  expect((await bucket.read('trip/2.txt')).toString()).toBe('trip/2.txt');
  await remove();
  await page.keyboard.press('Control+z');
  await expect(row(page, 'trip')).toBeVisible();
  expect(await bucket.keys()).toEqual(['other.txt', 'trip/1.txt', 'trip/2.txt']);
});
