import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { MiB } from './fixtures/makeFile.ts';
import { sha256 } from './fixtures/TestBucket.ts';
import { expect, expectStatus, row, test, transfer } from './fixtures.ts';
import { gridTitle } from './grid/faultGrid.ts';

/** A browser that lets a page choose no file and write none of its own: only its own download is left. */
async function withoutFiles(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
    Reflect.deleteProperty(globalThis, 'showDirectoryPicker');
    Reflect.deleteProperty(StorageManager.prototype, 'getDirectory');
  });
}

async function download(page: Page, ...names: readonly string[]): Promise<Download> {
  for (const name of names) await row(page, name).getByRole('checkbox').check();
  const [started] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download', exact: true }).click(),
  ]);
  return started;
}

test('without any file of its own the page streams into the browser’s download, through a pause', async ({
  page,
  app,
  bucket,
}) => {
  const body = randomBytes(20 * MiB);
  await bucket.put('报告 1.bin', body);
  await withoutFiles(page);
  bucket.plantFaults({
    operation: 'GetObject',
    nth: 3,
    times: Infinity,
    effect: { type: 'throttle', bytesPerSecond: 400_000 },
  });
  await app.open();
  const started = await download(page, '报告 1.bin');
  expect(started.suggestedFilename()).toBe('报告 1.bin');
  await expect(transfer(page, '报告 1.bin')).toContainText('straight into the browser’s own download');
  await page.getByRole('button', { name: 'Pause 报告 1.bin' }).click();
  await expectStatus(page, '报告 1.bin', 'Paused');
  bucket.clearFaults();
  await page.getByRole('button', { name: 'Resume 报告 1.bin' }).click();
  await expectStatus(page, '报告 1.bin', 'Done');
  expect(sha256(readFileSync(await started.path()))).toBe(sha256(body));
  await expect(transfer(page, '报告 1.bin')).toContainText('verified');
});

test(gridTitle([['F39', 'download']]), async ({ page, app, bucket }) => {
  const body = randomBytes(5 * MiB);
  await bucket.put('film.bin', body);
  await withoutFiles(page);
  bucket.plantFaults({
    operation: 'GetObject',
    nth: 3,
    times: Infinity,
    effect: { type: 'throttle', bytesPerSecond: 200_000 },
  });
  await app.open();
  const started = await download(page, 'film.bin');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await expectStatus(page, 'film.bin', 'Failed: The browser ended its download');
  expect(await started.failure()).not.toBeNull();

  bucket.clearFaults();
  const again = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Retry film.bin' }).click();
  await expectStatus(page, 'film.bin', 'Done');
  expect(sha256(readFileSync(await (await again).path()))).toBe(sha256(body));
});

test('damaged bytes are a failed download and no file; a whole archive reads back', async ({
  page,
  app,
  bucket,
  guard,
}) => {
  guard.tolerateFailedRequests();
  const body = randomBytes(5 * MiB);
  await bucket.put('damaged.bin', body);
  await bucket.put('f/large.bin', body);
  await bucket.put('f/small.txt', 'small');
  await withoutFiles(page);
  bucket.plantFaults({
    operation: 'GetObject',
    keyContains: 'damaged',
    times: Infinity,
    effect: { type: 'corrupt', atByte: 100 },
  });
  await app.open();
  const damaged = await download(page, 'damaged.bin');
  await expectStatus(page, 'damaged.bin', 'Failed');
  expect(await damaged.failure()).not.toBeNull();
  await row(page, 'damaged.bin').getByRole('checkbox').uncheck();

  const archive = await download(page, 'f');
  expect(archive.suggestedFilename()).toBe('f.zip');
  await expectStatus(page, 'f.zip', 'Done');
  const listed = execFileSync('unzip', ['-tq', await archive.path()], { encoding: 'utf8' });
  expect(listed).toContain('No errors detected');
  const large = execFileSync('unzip', ['-p', await archive.path(), 'f/large.bin'], { maxBuffer: 2 * body.length });
  expect(sha256(large)).toBe(sha256(body));
});
