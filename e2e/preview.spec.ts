import type { Route } from '@playwright/test';
import { expect, row, test } from './fixtures.ts';
import { sampleObjects } from './setup/sampleObjects/sampleObjects.ts';

const sample = (key: string) => {
  const found = sampleObjects().find((object) => object.key === key);
  if (found === undefined) throw new Error(`No sample ${key}`);
  return found;
};

test('Quick Look follows the keyboard, is in the address, and gives the keyboard back', async ({
  page,
  app,
  bucket,
}) => {
  await bucket.put('a.txt', 'first words');
  await bucket.put('b.json', '{"big":12345678901234567890,"big":2}', 'text/html');
  await bucket.put('c.csv', 'hive,kilos\r\n"Linden, old",12\r\n', 'application/octet-stream');
  await bucket.put('folder/x.txt');
  await app.open();

  await row(page, 'a.txt').focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('complementary', { name: 'Preview of a.txt' })).toContainText('first words');
  await expect(row(page, 'a.txt')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  // A number keeps its digits, and a key that occurs twice is there twice.
  await expect(page.getByLabel('Preview of b.json')).toContainText(/big: 12345678901234567890\s*big: 2/);
  expect(new URL(page.url()).searchParams.get('preview')).toBe('b.json');

  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByLabel('Preview of c.csv').getByRole('cell', { name: 'Linden, old' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByLabel('Preview of b.json')).toContainText('big');
  await page.reload();
  await expect(page.getByLabel('Preview of b.json')).toContainText('big');
  await page.getByRole('button', { name: 'Enlarge' }).click();
  await expect(page.getByRole('dialog', { name: 'Preview of b.json' })).toContainText('big');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: 'Preview of c.csv' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel(/^Preview of/)).toBeHidden();
  await expect(row(page, 'c.csv')).toBeFocused();
  expect(new URL(page.url()).searchParams.has('preview')).toBe(false);

  // On a phone it is a sheet; Back closes it.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByText('a.txt', { exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Preview of a.txt' })).toContainText('first words');
  await page.goBack();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(row(page, 'a.txt')).toBeVisible();
});

test('on a phone, a dialog opened while the preview is still loading is answered first', async ({
  page,
  app,
  bucket,
}) => {
  await bucket.put('a.txt', 'first words');
  const held: Route[] = [];
  await page.route('**/assets/PreviewHost-*.js', (route) => void held.push(route));
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open();
  await page.getByText('a.txt', { exact: true }).click();
  await page.keyboard.press('.');
  const share = page.getByRole('dialog', { name: 'Share a.txt' });
  await expect(share.getByRole('textbox', { name: 'Link' })).toHaveValue(/^http/);
  const loaded = page.waitForResponse('**/assets/PreviewHost-*.js');
  await Promise.all(held.map((route) => route.continue()));
  await (await loaded).finished();
  await expect(share.getByRole('button', { name: 'Copy link' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(share).toBeHidden();
  await expect(page.getByRole('dialog', { name: 'Preview of a.txt' })).toContainText('first words');
});

test('of a huge text the first MiB is read, of a film the ranges it needs', async ({ page, app, bucket }) => {
  await bucket.put('huge.log', 'a line of the log\n'.repeat(400_000));
  const film = sample('media/flight.webm');
  await bucket.put('flight.webm', film.body, 'text/html', { 'Content-Disposition': 'attachment' });
  await app.open();
  await row(page, 'huge.log').press('Enter');
  await expect(page.getByText('The first 1 MB of 7.2 MB.')).toBeVisible();
  const [read, ...more] = bucket.requests('GetObject');
  expect([read?.status, read?.responseBytes, more.length]).toEqual([206, 1024 * 1024, 0]);

  await row(page, 'flight.webm').press('Enter');
  const video = page.locator('video');
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState)).toBeGreaterThan(1);
  await video.evaluate((element: HTMLVideoElement) => element.play());
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0);
  expect(await page.evaluate(() => location.href)).not.toContain('q-signature');
});

test('details are what the bucket says, and say that there may be more', async ({ page, app, bucket }) => {
  await bucket.put('a.txt', 'words', 'text/plain', {
    'x-cos-meta-author': '%E8%9C%9C%E8%9C%82',
    'Cache-Control': 'max-age=60',
  });
  await bucket.hideHeaders('x-cos-hash-crc64ecma');
  await app.open();
  await row(page, 'a.txt').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Details', exact: true }).click();
  const panel = page.getByLabel('Preview of a.txt');
  await expect(panel).toContainText('5 bytes (5 bytes)');
  await expect(panel).toContainText('hidden by the CORS rule');
  await expect(panel).toContainText('the object may have more metadata');
  await expect(panel).toContainText('text/plain');
});

test('what cannot be looked at says why', async ({ page, app, bucket, guard }) => {
  guard.tolerateFailedRequests();
  await bucket.put('a.txt', 'words');
  await bucket.put('b.txt', 'words');
  bucket.plantFaults({
    operation: 'GetObject',
    keyContains: 'a.txt',
    times: null,
    effect: {
      type: 'error',
      status: 403,
      code: 'InvalidObjectState',
      message: 'The operation is not valid for the object storage class.',
    },
  });
  await app.open();
  await row(page, 'a.txt').press('Enter');
  await expect(page.getByText('This object is archived')).toBeVisible();
  await bucket.remove('b.txt');
  await row(page, 'b.txt').press('Enter');
  await expect(page.getByLabel('Preview of b.txt').getByRole('button', { name: 'Retry' })).toBeVisible();
});
