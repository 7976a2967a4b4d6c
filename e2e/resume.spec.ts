import { randomBytes } from 'node:crypto';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { dropPaths } from './fixtures/dropPaths.ts';
import { killBrowser } from './fixtures/killBrowser.ts';
import { makeFile, MiB } from './fixtures/makeFile.ts';
import { sha256, type TestBucket } from './fixtures/TestBucket.ts';
import { withoutFilePicker } from './fixtures/withoutFilePicker.ts';
import { expect, expectStatus, test, transfer, type App } from './fixtures.ts';

/** Some parts arrive at once; the others crawl until the faults are cleared. */
function stallAfter(bucket: TestBucket, parts: number): void {
  const effect = { type: 'throttle', bytesPerSecond: 50_000 } as const;
  bucket.plantFaults({ operation: 'UploadPart', nth: parts + 1, times: Infinity, effect });
}

function confirmedParts(bucket: TestBucket): string[] {
  return bucket
    .requests('UploadPart')
    .filter(({ status }) => status === 200)
    .map(({ query }) => query['partNumber'] ?? '');
}

/** Bytes of all parts that were answered well, those sent twice counted twice; nobody here knows how a file is cut. */
function confirmedBytes(bucket: TestBucket): number {
  const confirmed = bucket.requests('UploadPart').filter(({ status }) => status === 200);
  return confirmed.reduce((sum, { requestBytes }) => sum + requestBytes, 0);
}

/** Uploads until `parts` parts are confirmed and noted, and nothing else comes through. */
async function uploadUntilStuck(page: Page, bucket: TestBucket, path: string, parts: number): Promise<void> {
  stallAfter(bucket, parts);
  await chooseFiles(page, 'Upload files', path);
  await expect.poll(() => confirmedParts(bucket).length).toBe(parts);
  await expect.poll(() => notedParts(page)).toBe(parts);
}

/** Part records in the journal of this browser. */
function notedParts(page: Page): Promise<number> {
  return noted(page, 'uploads', 'part');
}

/** Records of a kind in one store of the journal of this browser. */
function noted(page: Page, store: string, kind: string): Promise<number> {
  return page.evaluate(
    ([storeName, first]) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('beeline');
        opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const counting = database
            .transaction(storeName)
            .objectStore(storeName)
            .count(IDBKeyRange.bound([first], [first, []]));
          counting.addEventListener('success', () => {
            database.close();
            resolve(counting.result);
          });
        });
      }),
    [store, kind] as const,
  );
}

/** Bytes of downloads that the journal of this browser says are kept. */
function keptBytes(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('beeline');
        opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const store = database.transaction('downloads').objectStore('downloads');
          const reading = store.getAll(IDBKeyRange.bound(['range'], ['range', []]));
          reading.addEventListener('success', () => {
            database.close();
            const ranges = reading.result as { readonly start: number; readonly end: number }[];
            resolve(ranges.reduce((sum, { start, end }) => sum + end - start, 0));
          });
        });
      }),
  );
}

function unfinished(page: Page) {
  return page.getByRole('region', { name: 'Unfinished uploads' });
}

/** Chooses the file again for an unfinished upload. */
async function chooseAgain(page: Page, name: string, path: string): Promise<void> {
  await withoutFilePicker(page);
  const chooser = page.waitForEvent('filechooser');
  await unfinished(page)
    .getByRole('button', { name: `Choose ${name} again` })
    .click();
  await (await chooser).setFiles(path);
}

/**
 * All tabs share the browser's six connections per host. A tab leaves one free, of all hosts together: with a single one
 * the second tab has something to ask with while the first crawls.
 */
function useOneHost(app: App): void {
  app.configure((config) => ({
    ...config,
    connections: config.connections.map((connection) => ({
      ...connection,
      hosts: (connection['hosts'] as readonly string[]).slice(0, 1),
    })),
  }));
}

test('a closed page: choosing the file again sends only what was not confirmed', async ({
  page,
  app,
  bucket,
}, testInfo) => {
  const file = makeFile(testInfo, 'film.bin', 40 * MiB);
  await app.open({ prefix: 'in/' });
  await uploadUntilStuck(page, bucket, file.path, 6);
  const before = new Set(confirmedParts(bucket));
  const megabytes = (confirmedBytes(bucket) / 1e6).toFixed(1);
  await page.close({ runBeforeUnload: false });

  bucket.clearFaults();
  const again = await page.context().newPage();
  await app.open({ page: again });
  await expect(unfinished(again).getByRole('listitem', { name: /film\.bin/ })).toBeVisible();
  await expect(unfinished(again).getByText(new RegExp(`^Paused.*${megabytes} MB of 41\\.9 MB`))).toBeVisible();
  await chooseAgain(again, 'film.bin', file.path);
  await expectStatus(again, 'film.bin', 'Done');

  expect(await bucket.sha256('in/film.bin')).toBe(file.sha256);
  expect(await bucket.uploads()).toEqual([]);
  expect(bucket.requests('InitiateMultipartUpload')).toHaveLength(1);
  const sentTwice = confirmedParts(bucket).filter((part, at, all) => before.has(part) && all.indexOf(part) !== at);
  expect(sentTwice).toEqual([]);
  await expect(unfinished(again)).toBeHidden();
  expect(await notedParts(again)).toBe(0);
});

test('a picked file goes on with one click after the page was closed', async ({ page, app, bucket }) => {
  // The test driver cannot answer Chromium's own picker; the handle it would give is as real in the browser's own folder.
  await page.context().addInitScript(() => {
    Object.assign(globalThis, {
      showOpenFilePicker: async () => [
        await (await navigator.storage.getDirectory()).getFileHandle('picked.bin', { create: true }),
      ],
    });
  });
  await app.open();
  const sha256 = await page.evaluate(async (size) => {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('picked.bin', { create: true });
    const writer = await handle.createWritable();
    await writer.write(bytes);
    await writer.close();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }, 40 * MiB);
  stallAfter(bucket, 5);
  await page.getByRole('button', { name: 'Upload files' }).first().click();
  await expect.poll(() => confirmedParts(bucket).length).toBe(5);
  await expect.poll(() => notedParts(page)).toBe(5);
  const before = new Set(confirmedParts(bucket));
  await page.close({ runBeforeUnload: false });

  bucket.clearFaults();
  const again = await page.context().newPage();
  await app.open({ page: again });
  await unfinished(again).getByRole('button', { name: 'Resume picked.bin' }).click();
  await expectStatus(again, 'picked.bin', 'Done');
  expect(await bucket.sha256('picked.bin')).toBe(sha256);
  expect(bucket.requests('InitiateMultipartUpload')).toHaveLength(1);
  expect(confirmedParts(bucket).filter((part, at, all) => before.has(part) && all.indexOf(part) !== at)).toEqual([]);
});

test('dropping the same file again goes on as well', async ({ page, app, bucket }, testInfo) => {
  const file = makeFile(testInfo, 'album.bin', 40 * MiB);
  await app.open();
  await uploadUntilStuck(page, bucket, file.path, 5);
  await page.close({ runBeforeUnload: false });
  bucket.clearFaults();
  const again = await page.context().newPage();
  await app.open({ page: again });
  await expect(unfinished(again)).toBeVisible();
  await dropPaths(again, again.getByRole('main'), [file.path]);
  await expectStatus(again, 'album.bin', 'Done');
  await expect(unfinished(again)).toBeHidden();
  expect(await bucket.sha256('album.bin')).toBe(file.sha256);
  expect(bucket.requests('InitiateMultipartUpload')).toHaveLength(1);
  expect(confirmedBytes(bucket)).toBe(40 * MiB);
});

test('another file of the same name, size and date is caught, and uploaded when the person says so', async ({
  page,
  app,
  bucket,
}, testInfo) => {
  const file = makeFile(testInfo, 'report.bin', 40 * MiB);
  const date = new Date(1_700_000_000_000);
  utimesSync(file.path, date, date);
  await app.open();
  await uploadUntilStuck(page, bucket, file.path, 5);
  await page.close({ runBeforeUnload: false });
  bucket.clearFaults();

  const other = makeFile(testInfo, 'other.bin', 40 * MiB);
  writeFileSync(file.path, readFileSync(other.path));
  utimesSync(file.path, date, date);
  const again = await page.context().newPage();
  await app.open({ page: again });
  await chooseAgain(again, 'report.bin', file.path);
  await expectStatus(again, 'report.bin', 'Changed');
  expect(await bucket.keys()).toEqual([]);
  await again.getByRole('button', { name: 'Start over report.bin' }).click();
  await expectStatus(again, 'report.bin', 'Done');
  expect(await bucket.sha256('report.bin')).toBe(other.sha256);
  await expect.poll(() => bucket.uploads()).toEqual([]);
});

test('F26 part, F26 list parts: a killed browser, the journal is there, and the upload goes on', async ({
  app,
  bucket,
}, testInfo) => {
  const file = makeFile(testInfo, 'kill.bin', 40 * MiB);
  const profile = testInfo.outputPath('profile');
  const { launchOptions, locale } = testInfo.project.use;
  const first = await chromium.launchPersistentContext(profile, { ...launchOptions, ...(locale ? { locale } : {}) });
  const page = first.pages()[0] ?? (await first.newPage());
  await app.open({ page });
  await uploadUntilStuck(page, bucket, file.path, 6);
  const died = new Promise((resolve) => first.once('close', resolve));
  killBrowser(profile);
  await died;

  bucket.clearFaults();
  const second = await chromium.launchPersistentContext(profile, { ...launchOptions, ...(locale ? { locale } : {}) });
  const again = second.pages()[0] ?? (await second.newPage());
  await app.open({ page: again });
  await chooseAgain(again, 'kill.bin', file.path);
  await expectStatus(again, 'kill.bin', 'Done');
  expect(await bucket.sha256('kill.bin')).toBe(file.sha256);
  expect(await bucket.uploads()).toEqual([]);
  expect(bucket.requests('InitiateMultipartUpload')).toHaveLength(1);
  expect(confirmedBytes(bucket)).toBe(40 * MiB);
  await second.close();
});

test('F27 init: two tabs, one file, one begins it, the other says so and has nothing left to do', async ({
  page,
  app,
  bucket,
}, testInfo) => {
  const file = makeFile(testInfo, 'twice.bin', 40 * MiB);
  useOneHost(app);
  await app.open();
  await uploadUntilStuck(page, bucket, file.path, 3);
  const other = await page.context().newPage();
  await app.open({ page: other });
  await chooseFiles(other, 'Upload files', file.path);
  await expect(transfer(other, 'twice.bin').getByText(/^Waiting, another tab/)).toBeVisible();
  expect(bucket.requests('InitiateMultipartUpload')).toHaveLength(1);
  bucket.clearFaults();
  await page.getByRole('button', { name: 'Pause twice.bin' }).click();
  await expectStatus(other, 'twice.bin', 'Done');
  expect(await bucket.sha256('twice.bin')).toBe(file.sha256);
  expect(bucket.requests('InitiateMultipartUpload')).toHaveLength(1);
  await page.getByRole('button', { name: 'Resume twice.bin' }).click();
  await expectStatus(page, 'twice.bin', 'Done');
  expect(bucket.requests('InitiateMultipartUpload')).toHaveLength(1);
});

test('a small file in two tabs is sent by one of them, the second one takes it over where the first one hangs', async ({
  page,
  app,
  bucket,
}, testInfo) => {
  const file = makeFile(testInfo, 'note.txt', 60_000);
  useOneHost(app);
  await app.open();
  const second = await page.context().newPage();
  await app.open({ page: second });
  // The first tab is alone when it begins, and so has no lock of this name until the second one comes.
  const effect = { type: 'throttle', bytesPerSecond: 500 } as const;
  bucket.plantFaults({ operation: 'PostObject', nth: 1, times: Infinity, effect });
  await chooseFiles(page, 'Upload files', file.path);
  await expect.poll(() => bucket.requests('PostObject').length).toBe(1);
  await chooseFiles(second, 'Upload files', file.path);
  await expect(transfer(second, 'note.txt').getByText(/^Waiting, another tab/)).toBeVisible();
  bucket.clearFaults();
  await second.getByRole('button', { name: 'Take over note.txt' }).click();
  await expectStatus(second, 'note.txt', 'Done');
  await expectStatus(page, 'note.txt', 'Done');
  expect(await bucket.sha256('note.txt')).toBe(file.sha256);
  const written = bucket.requests('PostObject').filter(({ status }) => status >= 200 && status < 300);
  expect(written).toHaveLength(1);
});

test('the second tab takes over', async ({ page, app, bucket }, testInfo) => {
  const file = makeFile(testInfo, 'mine.bin', 40 * MiB);
  useOneHost(app);
  await app.open();
  await uploadUntilStuck(page, bucket, file.path, 3);
  const other = await page.context().newPage();
  await app.open({ page: other });
  await chooseFiles(other, 'Upload files', file.path);
  bucket.clearFaults();
  await other.getByRole('button', { name: 'Take over mine.bin' }).click();
  await expectStatus(other, 'mine.bin', 'Done');
  await expectStatus(page, 'mine.bin', 'Done');
  expect(await bucket.sha256('mine.bin')).toBe(file.sha256);
  expect(bucket.requests('InitiateMultipartUpload')).toHaveLength(1);
  expect(await bucket.uploads()).toEqual([]);
});

test('what others left unfinished is listed with its size and removed, one or all of an age', async ({
  page,
  app,
  bucket,
  world,
}) => {
  world.emulator.control.moveClock(-8 * 24 * 3600 * 1000);
  await bucket.beginUpload('old/forgotten.bin', 200_000);
  world.emulator.control.moveClock(0);
  await bucket.beginUpload('old/left.bin', 300_000);
  await app.open();
  const left = unfinished(page).getByRole('listitem', { name: /left\.bin/ });
  await expect(left.getByText(/300 kB sent · started \d+ seconds? ago/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose left.bin again' })).toBeHidden();
  await expect(unfinished(page).getByText('500 kB in the bucket')).toBeVisible();

  const age = unfinished(page).getByRole('combobox', { name: 'Age' });
  await expect(age).toHaveValue('7');
  await age.selectOption('14');
  await expect(page.getByRole('button', { name: 'Discard all older than 14 days' })).toBeDisabled();
  await page.reload();
  await expect(age).toHaveValue('14');
  await age.selectOption('7');
  await page.getByRole('button', { name: 'Discard all older than 7 days (1)' }).click();
  await expect(unfinished(page).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Discard left.bin' }).click();
  await expect(left).toBeHidden();
  await expect.poll(() => bucket.uploads()).toEqual([]);
});

test('a download goes on with one click after the page was closed, and fetches nothing twice', async ({
  page,
  app,
  bucket,
}) => {
  const body = randomBytes(32 * MiB);
  await bucket.put('out/scan 报告.bin', body);
  const arrived = () => bucket.requests('GetObject').filter(({ status }) => status === 206);
  const bytesSent = () => arrived().reduce((sum, { responseBytes }) => sum + responseBytes, 0);
  await app.open({ prefix: 'out/' });
  // Four ranges arrive; the others crawl until the faults are cleared.
  const effect = { type: 'throttle', bytesPerSecond: 50_000 } as const;
  bucket.plantFaults({ operation: 'GetObject', nth: 5, times: Infinity, effect });
  await page.getByRole('button', { name: 'More actions for scan 报告.bin' }).click();
  await page.getByRole('menuitem', { name: 'Download', exact: true }).click();
  await expect(transfer(page, 'scan 报告.bin')).toContainText('can go on after this page is closed');
  await expect.poll(() => noted(page, 'downloads', 'range')).toBeGreaterThanOrEqual(4);
  await page.close({ runBeforeUnload: false });

  bucket.clearFaults();
  const again = await page.context().newPage();
  await app.open({ page: again, prefix: 'out/' });
  const left = again.getByRole('region', { name: 'Unfinished downloads' });
  await expect(left.getByRole('listitem', { name: /scan 报告\.bin/ })).toBeVisible();
  const before = bytesSent();
  const kept = await keptBytes(again);
  const downloading = again.waitForEvent('download');
  await left.getByRole('button', { name: 'Resume scan 报告.bin' }).click();
  await expectStatus(again, 'scan 报告.bin', 'Done');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('scan 报告.bin');
  expect(sha256(readFileSync(await download.path()))).toBe(sha256(body));
  expect(kept).toBeGreaterThan(4 * MiB);
  expect(bytesSent() - before).toBe(32 * MiB - kept);
  expect(await noted(again, 'downloads', 'range')).toBe(0);
});
