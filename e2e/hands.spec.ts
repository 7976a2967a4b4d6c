import type { Page } from '@playwright/test';
import { holdOver, pickUp } from './fixtures/heldDrag.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

/** Keys and mouse are taken in hand once the first rows are drawn; nobody is as quick as a test. */
async function handsReady(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /attachHands.*js$/.test(name)),
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

test('what is cut moves and what is copied stays, in the bucket; pictures that are pasted are uploaded', async ({
  page,
  app,
  bucket,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.origin });
  for (const key of ['a.txt', 'b.txt', 'box/c.txt']) await bucket.put(key);
  await app.open();
  await handsReady(page);
  await row(page, 'a.txt').click();
  await expect(page.getByRole('status')).toHaveText('Selected 1 of 3');
  await page.keyboard.press('Control+x');
  await expect(page.getByRole('status')).toHaveText('1 item cut');
  await row(page, 'box').getByText('box').click();
  await expect(row(page, 'c.txt')).toBeVisible();
  await page.keyboard.press('Control+v');
  await expectStatus(page, 'a.txt', 'Done');
  expect(await bucket.keys()).toEqual(['b.txt', 'box/a.txt', 'box/c.txt']);
  expect((await bucket.read('box/a.txt')).toString()).toBe('a.txt');

  await page.keyboard.press('Backspace');
  await row(page, 'b.txt').click();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expect(row(page, 'b (1).txt')).toBeVisible();
  expect((await bucket.read('b (1).txt')).toString()).toBe('b.txt');

  // A field keeps its own clipboard.
  const search = page.getByRole('textbox', { name: 'Search' });
  await search.fill('b');
  await search.press('Control+a');
  await search.press('Control+x');
  await search.press('Control+v');
  await expect(search).toHaveValue('b');
  await search.fill('');

  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(3, 2);
    canvas.getContext('2d')?.fillRect(0, 0, 3, 2);
    const picture = await canvas.convertToBlob({ type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  });
  await row(page, 'b.txt').click();
  await page.keyboard.press('Control+v');
  await expect(row(page, 'Pasted image')).toBeVisible();
  const pasted = (await bucket.keys()).find((key) => /^Pasted image \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.png$/.test(key));
  expect((await bucket.head(pasted ?? ''))['content-type']).toBe('image/png');
  expect((await bucket.read(pasted ?? '')).subarray(1, 4).toString()).toBe('PNG');
});

test('rows are dragged into a folder that opens on the way, copied onto the path, and never into themselves', async ({
  page,
  app,
  bucket,
}) => {
  for (const key of ['1.txt', '2.txt', '3.txt', 'deep/inner/old.txt']) await bucket.put(key);
  await app.open();
  await handsReady(page);
  await row(page, '1.txt').click();
  await row(page, '3.txt').click({ modifiers: ['ControlOrMeta'] });
  await pickUp(page, row(page, '3.txt').getByText('3', { exact: true }));
  await holdOver(page, row(page, 'deep'));
  await expect(page.getByText('Move to')).toBeVisible();
  // Held long enough, it opens.
  await expect(row(page, 'inner')).toBeVisible();
  await holdOver(page, row(page, 'inner'));
  await page.mouse.up();
  await expectStatus(page, '2 items', 'Done');
  expect(await bucket.keys()).toEqual(['2.txt', 'deep/inner/1.txt', 'deep/inner/3.txt', 'deep/inner/old.txt']);

  await row(page, 'inner').getByText('inner').click();
  await expect(row(page, 'old.txt')).toBeVisible();
  const path = page.getByRole('navigation', { name: 'Breadcrumb' });
  await pickUp(page, row(page, 'old.txt').getByText('old', { exact: true }));
  await page.keyboard.down('Control');
  await holdOver(page, path.getByRole('link', { name: 'Test' }));
  await expect(page.getByText('Copy to')).toBeVisible();
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expectStatus(page, 'old.txt', 'Done');
  expect(await bucket.keys()).toContain('deep/inner/old.txt');
  expect((await bucket.read('old.txt')).toString()).toBe('deep/inner/old.txt');

  await path.getByRole('link', { name: 'Test' }).click();
  await expect(row(page, '2.txt')).toBeVisible();
  const before = await bucket.keys();
  await pickUp(page, row(page, 'deep').getByText('deep'));
  await holdOver(page, row(page, '2.txt'));
  await holdOver(page, row(page, 'deep'));
  await expect(page.getByText('A folder cannot be put into itself.')).toBeVisible();
  await page.mouse.up();
  await expect(page.getByText('A folder cannot be put into itself.')).toBeHidden();
  expect(await bucket.keys()).toEqual(before);
});

test('a frame drawn with the mouse selects rows far beyond the screen; Ctrl adds, Esc gives back', async ({
  page,
  app,
  bucket,
}) => {
  await bucket.seed({ pattern: 'row ###.txt', count: 200 });
  await app.open();
  await handsReady(page);
  await expect(row(page, 'row 000.txt')).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Files' });
  const box = await grid.boundingBox();
  if (box === null) throw new Error('no grid');
  const across = box.x + box.width - 200;
  const rowBox = await row(page, 'row 002.txt').boundingBox();
  const y = (rowBox?.y ?? 0) + 20;

  await page.mouse.move(across, y);
  await page.mouse.down();
  await page.mouse.move(across - 60, y + 60);
  await expect(page.getByText(/^2 of 200 selected/)).toBeVisible();
  await page.mouse.move(across - 60, box.y + box.height + 30);
  await expect(page.getByText(/^198 of 200 selected/)).toBeVisible();
  await page.mouse.up();
  await expect(page.getByText(/^198 of 200 selected/)).toBeVisible();

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await row(page, 'row 000.txt').click();
  await page.keyboard.down('Control');
  await page.mouse.move(across, y + 44);
  await page.mouse.down();
  await page.mouse.move(across - 50, y + 90);
  await expect(page.getByText(/^3 of 200 selected/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^1 of 200 selected/)).toBeVisible();
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect(row(page, 'row 000.txt')).toHaveAttribute('aria-selected', 'true');
});

test('a finger that rests on a row selects it, then taps select, and the menu of the row stays shut', async ({
  app,
  bucket,
  browser,
}) => {
  for (const key of ['a.txt', 'b.txt', 'c.txt']) await bucket.put(key);
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await app.open({ page });
  await handsReady(page);
  await expect(row(page, 'a.txt')).toBeVisible();
  const box = await row(page, 'a.txt').boundingBox();
  const session = await context.newCDPSession(page);
  const point = { x: (box?.x ?? 0) + 150, y: (box?.y ?? 0) + 20 };
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await expect(page.getByText(/^1 of 3 selected/)).toBeVisible();
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await row(page, 'b.txt').getByText('b', { exact: true }).tap();
  await expect(page.getByText(/^2 of 3 selected/)).toBeVisible();
  await row(page, 'a.txt').tap();
  await expect(page.getByText(/^1 of 3 selected/)).toBeVisible();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await context.close();
});
