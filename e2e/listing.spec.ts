import type { Page } from '@playwright/test';
import { expect, row, test } from './fixtures.ts';

/** Names of the rows from the top. */
async function names(page: Page): Promise<string[]> {
  const rows = page
    .getByRole('grid', { name: 'Files' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });
  const labelled = await rows.evaluateAll((elements) =>
    elements.map((element) => [Number(element.ariaRowIndex), element.ariaLabel?.split(',')[0] ?? ''] as const),
  );
  return labelled.toSorted(([a], [b]) => a - b).map(([, name]) => name);
}

test('a click on a column sorts by it, the next turns it round, and a reload keeps it', async ({
  page,
  app,
  bucket,
}) => {
  await bucket.put('small.txt', 'x');
  await bucket.put('large.txt', 'x'.repeat(3000));
  await bucket.put('middle.txt', 'x'.repeat(2000));
  await bucket.put('folder/inside.txt');
  await app.open();
  await expect.poll(() => names(page)).toEqual(['folder', 'large.txt', 'middle.txt', 'small.txt']);
  const size = page.getByRole('columnheader', { name: 'Size' });
  await size.getByRole('button').click();
  await expect.poll(() => names(page)).toEqual(['folder', 'large.txt', 'middle.txt', 'small.txt']);
  await expect(size).toHaveAttribute('aria-sort', 'descending');
  await size.getByRole('button').click();
  await expect.poll(() => names(page)).toEqual(['folder', 'small.txt', 'middle.txt', 'large.txt']);
  await expect(size).toHaveAttribute('aria-sort', 'ascending');
  await page.reload();
  await expect.poll(() => names(page)).toEqual(['folder', 'small.txt', 'middle.txt', 'large.txt']);
});

test('a search of all subfolders finds an object, shows its folder, and deletes that one', async ({
  page,
  app,
  bucket,
}) => {
  for (const key of ['a/report.txt', 'b/deep/report.txt', 'b/other.txt', 'report.txt']) await bucket.put(key);
  await app.open();
  await page.getByRole('textbox', { name: 'Search' }).fill('report');
  await expect.poll(() => names(page)).toEqual(['report.txt']);
  await page.getByRole('button', { name: 'Search all subfolders' }).click();
  await expect.poll(() => names(page)).toEqual(['a/report.txt', 'b/deep/report.txt', 'report.txt']);

  await row(page, 'b/deep/report.txt').click();
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => names(page)).toEqual(['a/report.txt', 'report.txt']);
  expect(await bucket.keys()).toEqual(['a/report.txt', 'b/other.txt', 'report.txt']);

  await row(page, 'a/report.txt').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Show in its folder' }).click();
  await expect(page).toHaveURL(/p=a%2F/);
  await expect.poll(() => names(page)).toEqual(['report.txt']);
});

test('forty thousand objects: every one is counted, sorted, reached, chosen and filtered', async ({
  page,
  app,
  bucket,
}) => {
  await bucket.seed({ pattern: 'n/img-#####.jpg', count: 40_000, sizesBytes: [1, 2, 5_000_000, 3] });
  await app.open({ prefix: 'n/' });
  const grid = page.getByRole('grid', { name: 'Files' });
  await expect(grid).toHaveAttribute('aria-rowcount', '40001');
  const listed = bucket.requests('GetBucket').length;
  await page.getByRole('columnheader', { name: 'Size' }).getByRole('button').click();
  // The largest are every fourth; equal sizes stay in the order of their names, here from behind.
  await expect.poll(async () => (await names(page))[0]).toBe('img-39998.jpg');
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await expect(page.getByText('40,000 of 40,000 selected', { exact: false })).toBeVisible();
  await row(page, 'img-39998.jpg').click();
  await page.keyboard.press('Control+End');
  await expect(row(page, 'img-00000.jpg')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search' }).fill('1234');
  await expect(page.getByText('of 40,000 match', { exact: false })).toHaveText(/14 of 40,000 match/);
  // All of that is done with what was listed once.
  expect(bucket.requests('GetBucket')).toHaveLength(listed);
});

test('a list taller than a browser lets an element be: the last row is drawn and has the keyboard, and so has the first', async ({
  page,
  app,
  bucket,
}) => {
  const count = 350_000; // rows of 44 pixels: 15.4 million, and Firefox draws nothing below 17.8
  await bucket.seed({ pattern: 'n/img-######.jpg', count, sizesBytes: [1] });
  await app.open({ prefix: 'n/' });
  const grid = page.getByRole('grid', { name: 'Files' });
  await expect(grid).toHaveAttribute('aria-rowcount', String(count + 1), { timeout: 60_000 });
  await row(page, 'img-000003.jpg').click();
  await page.keyboard.press('Control+End');
  const last = row(page, 'img-349999.jpg');
  await expect(last).toBeInViewport({ ratio: 1 });
  await expect(last).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(row(page, 'img-349998.jpg')).toBeFocused();
  // Half of the scroll bar is half of the list.
  await grid.evaluate((element) => element.scrollTo(0, (element.scrollHeight - element.clientHeight) / 2));
  await expect(row(page, 'img-175000.jpg')).toBeInViewport();
  await row(page, 'img-175000.jpg').click();
  await page.keyboard.press('Control+Home');
  await expect(row(page, 'img-000000.jpg')).toBeInViewport({ ratio: 1 });
  await expect(row(page, 'img-000000.jpg')).toBeFocused();
});

test('the row that the keyboard goes to is in sight as a whole, on the way down and on the way up', async ({
  page,
  app,
  bucket,
}) => {
  await bucket.seed({ pattern: 'n/img-##.jpg', count: 60, sizesBytes: [1] });
  await app.open({ prefix: 'n/' });
  await row(page, 'img-00.jpg').click();
  for (let step = 1; step <= 25; step += 1) await page.keyboard.press('ArrowDown');
  await expect(row(page, 'img-25.jpg')).toBeFocused();
  await expect(row(page, 'img-25.jpg')).toBeInViewport({ ratio: 1 });
  for (let step = 1; step <= 20; step += 1) await page.keyboard.press('ArrowUp');
  await expect(row(page, 'img-05.jpg')).toBeFocused();
  await expect(row(page, 'img-05.jpg')).toBeInViewport({ ratio: 1 });
  // Not behind the head of the list, which floats over it.
  const bottomOfHead = await page
    .getByRole('columnheader', { name: 'Name' })
    .evaluate((head) => head.parentElement?.getBoundingClientRect().bottom ?? 0);
  const top = await row(page, 'img-05.jpg').evaluate((element) => element.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(bottomOfHead - 1);
});

const REPEATED = (bucket: string, marker: string) =>
  `<?xml version='1.0' encoding='utf-8' ?><ListBucketResult><Name>${bucket}</Name><EncodingType>url</EncodingType><Prefix>n/</Prefix><Marker>${marker}</Marker><MaxKeys>1000</MaxKeys><Delimiter>/</Delimiter><IsTruncated>true</IsTruncated><NextMarker>n/img-00000.jpg</NextMarker></ListBucketResult>`;

for (const [what, body] of [
  ['cut short', '<?xml version="1.0"?><ListBucketResult><Name>x</Name><Contents><Key>n/img-0'],
  ['a web page', '<!doctype html><h1>Welcome to the hotel</h1>'],
  ['a marker that goes back', REPEATED('x', 'n/img-00999.jpg')],
] as const) {
  test(`a long list whose later pages are ${what} is an error with Retry, never a short list`, async ({
    page,
    app,
    bucket,
    guard,
  }) => {
    guard.tolerateFailedRequests();
    await bucket.seed({ pattern: 'n/img-#####.jpg', count: 3000, sizesBytes: [1] });
    // Whoever looks again meets the same: only the first page is whole, however often it is asked for.
    bucket.plantFaults({
      operation: 'GetBucket',
      targetContains: 'marker=',
      times: null,
      effect: { type: 'body', body },
    });
    await app.open({ prefix: 'n/' });
    const main = page.getByRole('main');
    await expect(main.getByRole('button', { name: 'Retry' })).toBeVisible();
    await expect(main.getByText(/The list stopped after 1,000 items, so it is not shown/)).toBeVisible();
    await expect(page.getByRole('grid', { name: 'Files' })).toHaveCount(0);
    await expect(page.getByRole('alert')).not.toBeEmpty();
    bucket.clearFaults();
    await main.getByRole('button', { name: 'Retry' }).click();
    await expect(page.getByRole('grid', { name: 'Files' })).toHaveAttribute('aria-rowcount', '3001');
  });
}

test('a list that is still growing says so, and stops when told; Refresh begins again', async ({
  page,
  app,
  bucket,
}) => {
  await bucket.seed({ pattern: 'n/img-#####.jpg', count: 5000, sizesBytes: [1] });
  bucket.plantFaults({ operation: 'GetBucket', nth: 3, times: null, effect: { type: 'hang' } });
  await app.open({ prefix: 'n/' });
  const main = page.getByRole('main');
  await expect(main.getByText(/^Still listing, [12],000 so far$/)).toBeVisible();
  await expect(row(page, 'img-00000.jpg')).toBeVisible();
  await main.getByRole('button', { name: 'Stop' }).click();
  await expect(main.getByText(/^Stopped at [12],000, there may be more$/)).toBeVisible();
  await expect(row(page, 'img-00000.jpg')).toBeVisible();
  bucket.clearFaults();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('grid', { name: 'Files' })).toHaveAttribute('aria-rowcount', '5001');
  await expect(main.getByText('5,000 items')).toBeVisible();
});
