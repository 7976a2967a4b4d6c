import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { fetchLink } from './fixtures/fetchLink.ts';
import { makeFile, MiB } from './fixtures/makeFile.ts';
import { shot } from './fixtures/shot.ts';
import { sha256 } from './fixtures/TestBucket.ts';
import { expect, expectStatus, row, test, transfer } from './fixtures.ts';

/** What some browser lacks: Firefox, Safari, a private window, an embedded view, a company's policy. */
async function withoutExtras(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const extras: readonly (readonly [owner: object, name: string])[] = [
      [globalThis, 'showOpenFilePicker'],
      [globalThis, 'showSaveFilePicker'],
      [globalThis, 'showDirectoryPicker'],
      [globalThis, 'Notification'],
      [globalThis, 'OffscreenCanvas'],
      [globalThis, 'requestIdleCallback'],
      [globalThis, 'BroadcastChannel'],
      [globalThis, 'indexedDB'],
      [DataTransferItem.prototype, 'getAsFileSystemHandle'],
      [StorageManager.prototype, 'getDirectory'],
      [Navigator.prototype, 'serviceWorker'],
      [Navigator.prototype, 'locks'],
      [Navigator.prototype, 'wakeLock'],
      [Navigator.prototype, 'share'],
      [Navigator.prototype, 'clipboard'],
      [Navigator.prototype, 'vibrate'],
    ];
    for (const [owner, name] of extras) Reflect.deleteProperty(owner, name);
  });
}

test('a browser with none of the extras uploads, downloads whole files, makes links and forgets', async ({
  page,
  app,
  bucket,
}, testInfo) => {
  await withoutExtras(page);
  const body = randomBytes(6 * MiB);
  await bucket.put('film.bin', body);
  await app.open();
  expect(await page.evaluate(() => 'locks' in navigator || 'indexedDB' in globalThis)).toBe(false);

  const large = makeFile(testInfo, 'large.bin', 3 * MiB);
  await chooseFiles(page, 'Upload files', large.path);
  await expectStatus(page, 'large.bin', 'Done');
  expect(await bucket.sha256('large.bin')).toBe(large.sha256);

  const download = page.waitForEvent('download');
  await row(page, 'film.bin').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('film.bin');
  expect(sha256(readFileSync(await saved.path()))).toBe(sha256(body));
  await expectStatus(page, 'film.bin', 'Done');
  await expect(transfer(page, 'film.bin')).toContainText('verified');

  await page.getByRole('button', { name: 'Share link' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Share film.bin' });
  const link = dialog.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/^http/);
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog.getByText('The browser did not allow copying')).toBeVisible();
  expect(sha256((await fetchLink(await link.inputValue())).body)).toBe(sha256(body));
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Forget this device…' }).click();
  await page.getByRole('button', { name: 'Forget', exact: true }).click();
  await expect(page.getByRole('alertdialog', { name: /keeps nothing/ })).toBeVisible();
});

test('by plain http the page says what it needs, and asks nothing of anybody', async ({ page, app, bucket, guard }) => {
  guard.tolerate(/^The Cross-Origin-Opener-Policy header has been ignored/);
  await bucket.put('a.txt');
  // A name that is not this machine's own, where browsers take away what https is for.
  await page.route('http://files.example/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `${app.origin}${pathname}` }) });
  });
  await page.goto('http://files.example/');
  await expect(page.getByRole('heading', { name: 'Beeline needs https' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open it by https' })).toHaveAttribute('href', 'https://files.example/');
  await shot(page, 'refused-http');
  expect(bucket.requests()).toEqual([]);
});
