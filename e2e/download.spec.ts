import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { MiB } from './fixtures/makeFile.ts';
import { sha256 } from './fixtures/TestBucket.ts';
import { expect, expectStatus, test, transfer } from './fixtures.ts';

/** The person picks a place: a real file handle, of the browser's private file system, as no dialog can be clicked here. */
async function answerSavePicker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      async showSaveFilePicker({ suggestedName }: { suggestedName: string }): Promise<FileSystemFileHandle> {
        const folder = await navigator.storage.getDirectory();
        return folder.getFileHandle(`picked ${suggestedName}`, { create: true });
      },
    });
  });
}

/** SHA-256 of what is on the person's disk under this name; 'absent' when nothing is. */
function sha256OnDisk(page: Page, name: string): Promise<string> {
  return page.evaluate(async (fileName) => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle(fileName).catch(() => undefined);
    if (!handle) return 'absent';
    const digest = await crypto.subtle.digest('SHA-256', await (await handle.getFile()).arrayBuffer());
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }, name);
}

async function choose(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `More actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('Save as goes straight into the chosen file, and a pause in the middle costs no bytes', async ({
  page,
  app,
  bucket,
}) => {
  const body = randomBytes(30 * MiB);
  await bucket.put('film.bin', body);
  await answerSavePicker(page);
  bucket.plantFaults({
    operation: 'GetObject',
    nth: 3,
    times: Infinity,
    effect: { type: 'throttle', bytesPerSecond: 300_000 },
  });
  await app.open();
  await choose(page, 'film.bin', 'Save as…');
  await expect(transfer(page, 'film.bin')).toContainText('straight into the chosen file');
  await expect
    .poll(() => bucket.requests('GetObject').filter(({ status }) => status === 206).length)
    .toBeGreaterThan(4);
  await page.getByRole('button', { name: 'Pause film.bin' }).click();
  await expectStatus(page, 'film.bin', 'Paused');
  bucket.clearFaults();
  await page.getByRole('button', { name: 'Resume film.bin' }).click();
  await expectStatus(page, 'film.bin', 'Done');
  expect(await sha256OnDisk(page, 'picked film.bin')).toBe(sha256(body));
  const sentBytes = bucket.requests('GetObject').reduce((sum, { responseBytes }) => sum + responseBytes, 0);
  expect(sentBytes).toBeLessThan(body.length + 3 * MiB);
});

test('a cancelled Save as leaves no file behind', async ({ page, app, bucket }) => {
  await bucket.put('never.bin', randomBytes(3 * MiB));
  await answerSavePicker(page);
  bucket.plantFaults({
    operation: 'GetObject',
    times: Infinity,
    effect: { type: 'throttle', bytesPerSecond: 100_000 },
  });
  await app.open();
  await choose(page, 'never.bin', 'Save as…');
  await page.getByRole('button', { name: 'Cancel never.bin' }).click();
  await expectStatus(page, 'never.bin', 'Cancelled');
  await expect.poll(() => sha256OnDisk(page, 'picked never.bin')).toBe('absent');
});

test('the browser can download by itself, under the right name, for one object only', async ({
  page,
  app,
  bucket,
  endpoint,
}) => {
  const body = randomBytes(1000);
  await bucket.put('d/报告 1.html', body, 'text/html');
  await app.open({ prefix: 'd/' });
  // The browser opens a tab for it and closes it at once; either page may be told.
  const downloading = new Promise<Download>((resolve) => {
    page.on('download', resolve);
    page.context().on('page', (tab) => tab.on('download', resolve));
  });
  await choose(page, '报告 1.html', 'Download with the browser');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('报告 1.html');
  expect(sha256(readFileSync(await download.path()))).toBe(sha256(body));
  expect(endpoint.questions.at(-1)).toMatchObject({ purpose: 'share', keys: ['d/报告 1.html'] });
  expect(page.url()).toContain('p=d');
});
