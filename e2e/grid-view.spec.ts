import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { png } from './setup/sampleObjects/png.ts';
import { honeycomb } from './setup/sampleObjects/picture.ts';
import { writePng } from './emulator/operations/scalePng.ts';
import { expect, row, test } from './fixtures.ts';

const picture = png(honeycomb, 64, 40);

/** The picture that a tile shows; none while it shows its icon. */
const pictureOf = (page: Page, name: string) => row(page, name).locator('img');

/** Its width in pixels, once it is decoded. */
async function expectPicture(page: Page, name: string, width: number): Promise<void> {
  await expect.poll(() => pictureOf(page, name).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(width);
}

test('tiles: pictures of what is in sight, arrows in two directions, and the view stays with the folder', async ({
  page,
  app,
  bucket,
}) => {
  await bucket.put('pics/album/x.txt');
  await bucket.put('pics/liar.png', '<!doctype html><script>alert(1)</script>');
  await bucket.put('pics/evil.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml');
  await bucket.put('pics/large.png', randomBytes(3_000_000));
  for (let at = 0; at < 60; at += 1) await bucket.put(`pics/p${String(at).padStart(2, '0')}.png`, picture);
  await app.open({ prefix: 'pics/' });
  await expect(row(page, 'album')).toBeVisible();
  expect(bucket.requests('GetObject')).toHaveLength(0);
  await page.getByRole('button', { name: 'Grid view' }).click();

  const grid = page.getByRole('grid', { name: 'Files' });
  await expect(grid).toHaveAttribute('aria-rowcount', '65');
  await expect(row(page, 'album, folder')).toHaveAttribute('aria-rowindex', '2');
  await expectPicture(page, 'p00.png', 64);
  for (const name of ['liar.png', 'evil.svg', 'large.png', 'album']) await expect(pictureOf(page, name)).toHaveCount(0);
  const asked = bucket.requests('GetObject').map(({ key }) => key);
  expect(asked).toContain('pics/liar.png');
  for (const key of ['pics/large.png', 'pics/evil.svg']) expect(asked).not.toContain(key);
  expect(asked).not.toContain('pics/p59.png');
  expect(bucket.requests('OptionsObject')).toHaveLength(0);

  // Down and up by a line, right and left by one; the same keys as in the list for the rest.
  const boxes = await grid
    .getByRole('row')
    .evaluateAll((tiles) => tiles.map((tile) => tile.getBoundingClientRect().top));
  const columns = boxes.filter((top) => top === boxes[1]).length;
  expect(columns).toBeGreaterThan(3);
  const place = () => page.evaluate(() => Number(document.activeElement?.getAttribute('aria-rowindex')) - 2);
  await row(page, 'album').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(place).toBe(1);
  await page.keyboard.press('ArrowDown');
  await expect.poll(place).toBe(1 + columns);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(place).toBe(columns);
  await page.keyboard.press('Control+End');
  await expect.poll(place).toBe(63);
  await expectPicture(page, 'p59.png', 64);

  // Chosen, ranged and deleted as anywhere.
  await row(page, 'p58.png').getByRole('checkbox').check();
  await row(page, 'p59.png').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, 'p59.png')).toBeHidden();
  expect((await bucket.keys()).at(-1)).toBe('pics/p57.png');

  // Remembered for this folder, and for no other; the address goes before.
  await row(page, 'p57.png').press('Control+Home');
  await row(page, 'album').press('Enter');
  await expect(row(page, 'x.txt')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Grid view' })).toHaveAttribute('aria-pressed', 'false');
  await app.open({ prefix: 'pics/' });
  await expect(page.getByRole('button', { name: 'Grid view' })).toHaveAttribute('aria-pressed', 'true');
  await expectPicture(page, 'p00.png', 64);
  await page.goto(`${page.url()}&view=list`);
  await expect(page.getByRole('columnheader', { name: 'Size' })).toBeVisible();
});

test('pictures that do not come hold up neither a click nor those that are scrolled to', async ({
  page,
  app,
  bucket,
}) => {
  for (let at = 0; at < 80; at += 1) await bucket.put(`p${String(at).padStart(2, '0')}.png`, picture);
  await bucket.put('a.txt', 'a text');
  bucket.plantFaults({ operation: 'GetObject', keyContains: 'p0', times: null, effect: { type: 'hang' } });
  await page.goto(`${app.origin}/?view=grid`);
  await expect(row(page, 'a.txt')).toBeVisible();
  await expect.poll(() => bucket.requests('GetObject').length).toBe(3);
  await row(page, 'a.txt').press('Enter');
  await expect(page.getByRole('complementary', { name: 'Preview of a.txt' })).toContainText('a text');
  await page.keyboard.press('Escape');
  await row(page, 'a.txt').press('Control+End');
  await expectPicture(page, 'p79.png', 64);
});

test('where the deployment allows it, COS makes the picture of a large image', async ({ page, app, bucket, guard }) => {
  app.configure(({ connections, ...config }) => ({
    ...config,
    connections: connections.map((connection) => ({ ...connection, thumbnails: 'image-processing' })),
  }));
  // Noise does not compress: 3 MB, too large to be fetched whole.
  await bucket.put('large.png', writePng({ width: 1000, height: 1000, channels: 3, data: randomBytes(3_000_000) }));
  // The emulator refuses these bytes, and they are small enough to be looked at themselves.
  await bucket.put('small.png', 'no picture');
  guard.tolerateFailedRequests();
  await page.goto(`${app.origin}/?view=grid`);
  await expectPicture(page, 'large.png', 384);
  await expect.poll(() => bucket.requests('GetObject').filter(({ key }) => key === 'small.png')).toHaveLength(2);
  await expect(pictureOf(page, 'small.png')).toHaveCount(0);
});
