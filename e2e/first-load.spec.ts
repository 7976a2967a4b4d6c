import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { firstRow } from './bench/firstRow.ts';
import { expect, row, test } from './fixtures.ts';
import { appFolder } from './setup/appFolder.ts';

/** JavaScript before the first rows, in bytes of gzip: what a person on a slow line waits for. */
const BUDGET_BYTES = 226_000;

test('the first rows need little, and once they are there no click needs the app’s host', async ({
  app,
  bucket,
  page,
}) => {
  await bucket.put('a.txt', 'text');
  await page.addInitScript(firstRow.note);
  // A browser remembers the timing of 250 files unless it is asked for more.
  await page.addInitScript(() => performance.setResourceTimingBufferSize(1000));
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();

  const paths = await page.evaluate<string[]>(firstRow.scripts);
  const sizes = paths.map((path) => [path, gzipSync(readFileSync(join(appFolder, path))).length] as const);
  const sum = sizes.reduce((total, [, bytes]) => total + bytes, 0);
  expect(paths.length).toBeGreaterThan(3);
  expect(sum, `first-load JavaScript, gzip: ${JSON.stringify(sizes)}`).toBeLessThanOrEqual(BUDGET_BYTES);

  // The last of the list has come: everything has.
  const loaded = (): Promise<string[]> =>
    page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
  await expect.poll(loaded).toContainEqual(expect.stringContaining('/archiveObjects-'));
  const wanted: string[] = [];
  await page.route(`${app.origin}/assets/**`, (route) => {
    wanted.push(route.request().url());
    return route.abort();
  });

  await row(page, 'a.txt').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Share' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New folder' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(wanted).toEqual([]);
});

test('the settings are asked for once, beside the scripts and not after them', async ({ app, bucket, page }) => {
  await bucket.put('a.txt', 'text');
  await page.addInitScript(firstRow.note);
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();
  const settings = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('/config.json'))
      .map((entry) => ({ by: (entry as PerformanceResourceTiming).initiatorType, at: entry.startTime })),
  );
  expect(settings.map(({ by }) => by)).toEqual(['link']);
  const entry = await page.evaluate(
    () =>
      performance
        .getEntriesByType('resource')
        .find(({ name }) => /\/assets\/index-[^/]*\.js$/.test(name)) as PerformanceResourceTiming,
  );
  expect(settings[0]?.at).toBeLessThan(entry.responseEnd);
  // The signer too: it is there before the keys are.
  const signer = await page.evaluate(
    () =>
      performance.getEntriesByType('resource').find(({ name }) => /\/assets\/util-[^/]*\.js$/.test(name))?.startTime,
  );
  expect(signer).toBeLessThan(entry.responseEnd);
  // None of it before the policy that says what may be loaded.
  const [policy, first] = await page.evaluate(() =>
    ['meta[http-equiv="Content-Security-Policy"]', 'link, script'].map((what) =>
      Array.from(document.head.children).findIndex((element) => element.matches(what)),
    ),
  );
  expect(policy).toBeGreaterThanOrEqual(0);
  expect(policy).toBeLessThan(first ?? 0);
  // And the way to the bucket is made while the keys are on theirs.
  await expect(page.locator('link[rel=preconnect]')).toHaveAttribute('href', bucket.origins[0] ?? '');
});
