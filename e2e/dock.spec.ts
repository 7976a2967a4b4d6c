import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Fault } from './emulator/EmulatorOptions.ts';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile, MiB } from './fixtures/makeFile.ts';
import { brokenEndpoints } from './fixtures/TestEndpoint.ts';
import type { TestBucket } from './fixtures/TestBucket.ts';
import { expect, expectStatus, test } from './fixtures.ts';

function dock(page: Page) {
  return page.getByRole('region', { name: 'Transfers' });
}

function refuse(code: string): Fault['effect'] {
  return { type: 'error', status: 403, code, message: 'Refused.' };
}

/** Small files are refused for two reasons, until the faults are cleared. */
function refuseSmallFiles(bucket: TestBucket): void {
  bucket.plantFaults(
    // No forms, so that every file has a request of its own with its name in the address.
    { operation: 'PostObject', times: Infinity, effect: refuse('AccessDenied') },
    { operation: 'PutObject', keyContains: 'denied', times: Infinity, effect: refuse('AccessDenied') },
    { operation: 'PutObject', keyContains: 'locked', times: Infinity, effect: refuse('ObjectLocked') },
  );
}

test('failures are gathered by cause, and one button tries all of a cause again', async ({
  page,
  app,
  bucket,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests();
  refuseSmallFiles(bucket);
  const names = ['denied-1.txt', 'denied-2.txt', 'denied-3.txt', 'locked.txt'];
  await app.open();
  await chooseFiles(
    page,
    'Upload files',
    names.map((name) => makeFile(testInfo, name, 100).path),
  );
  const denied = dock(page).getByRole('listitem', { name: '3 files: Not allowed' });
  await expect(denied).toBeVisible();
  await denied.getByRole('button', { name: 'Details' }).click();
  await expect(denied.getByText('AccessDenied')).toBeVisible();
  await expect(denied.getByText(/^Request id/)).toBeVisible();

  const rows = dock(page).getByRole('list', { name: 'Transfers' }).getByRole('listitem');
  await expect(rows).toHaveCount(4);
  await denied.getByRole('button', { name: 'Show these' }).click();
  await expect(rows).toHaveCount(3);

  bucket.clearFaults();
  await denied.getByRole('button', { name: 'Retry all' }).click();
  for (const name of names.slice(0, 3)) await expectStatus(page, name, 'Done');
  await expect(denied).toBeHidden();
  await expectStatus(page, 'locked.txt', 'Failed');
  expect((await bucket.keys()).toSorted()).toEqual(names.slice(0, 3));
});

test('who waits for a sign-in is gathered, and saying so asks at once', async ({
  page,
  app,
  bucket,
  endpoint,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests();
  const names = ['one.bin', 'two.bin', 'three.bin'];
  app.configure((config) => ({ ...config, endpoint: { ...config.endpoint, signInUrl: `${app.origin}/login` } }));
  await app.open();
  await expect(page.getByRole('main').getByText(/drop/i).first()).toBeVisible();
  bucket.plantFaults({
    operation: 'InitiateMultipartUpload',
    times: Infinity,
    effect: { type: 'error', status: 400, code: 'ExpiredToken' },
  });
  endpoint.breakWith(brokenEndpoints.unauthorized);
  await chooseFiles(
    page,
    'Upload files',
    names.map((name) => makeFile(testInfo, name, 17 * MiB).path),
  );
  const waiting = dock(page).getByRole('listitem', { name: '3 need a new sign-in' });
  await expect(waiting.getByRole('link', { name: 'Sign in again' })).toHaveAttribute('href', `${app.origin}/login`);

  endpoint.recover();
  bucket.clearFaults();
  await waiting.getByRole('button', { name: 'I have signed in' }).click();
  for (const name of names) await expectStatus(page, name, 'Done');
  await expect(waiting).toBeHidden();
  expect((await bucket.keys()).toSorted()).toEqual(names.toSorted());
});

test('what was moved stays in the history, goes out as CSV without a secret, and is cleared', async ({
  page,
  app,
  bucket,
  endpoint,
}, testInfo) => {
  const file = makeFile(testInfo, '=1+1.txt', 1000);
  await app.open({ prefix: 'in/' });
  await chooseFiles(page, 'Upload files', file.path);
  await expectStatus(page, '=1+1.txt', 'Done');
  const { 'x-cos-hash-crc64ecma': crc64, etag } = await bucket.head('in/=1+1.txt');
  await page.reload();

  // The dock has nothing to say after a reload; the way to the history is in the settings then.
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  const dialog = page.getByRole('dialog', { name: 'History' });
  const moved = dialog.getByRole('listitem', { name: /^=1\+1\.txt, Uploaded .*verified/ });
  await moved.getByRole('button', { name: 'Details' }).click();
  await expect(moved.getByText(crc64 ?? '?')).toBeVisible();

  const saving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export CSV' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^beeline-history-\d{4}-\d\d-\d\d\.csv$/);
  const csv = readFileSync(await saved.path(), 'utf8');
  const [, line = '', ...rest] = csv.split('\r\n');
  expect(rest).toEqual(['']);
  expect(line).toContain(`"in/=1+1.txt","1000","${(etag ?? '').replaceAll('"', '')}","${crc64}","yes","`);
  expect(line.split('","').at(-2)).toMatch(/^\S{10,}$/); // the request id
  for (const secret of endpoint.secrets) expect(csv).not.toContain(secret);

  await dialog.getByRole('button', { name: 'Clear history' }).click();
  await expect(dialog.getByText('Nothing was moved yet')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(dialog.getByText('Nothing was moved yet')).toBeVisible();
});

test('a long upload keeps the machine awake, shows in the title, and says when it has ended', async ({
  page,
  context,
  app,
  bucket,
}, testInfo) => {
  // Headless browsers refuse what others give unasked.
  await context.grantPermissions(['screen-wake-lock']);
  await page.addInitScript(() => {
    const log: string[] = [];
    Object.assign(globalThis, { log });
    const request = navigator.wakeLock.request.bind(navigator.wakeLock);
    navigator.wakeLock.request = async (type) => {
      const lock = await request(type);
      log.push('awake');
      lock.addEventListener('release', () => log.push('released'));
      return lock;
    };
    // No headless browser shows notifications; this one asks and shows as the others do.
    class Notification extends EventTarget {
      static permission = 'default';
      static async requestPermission(): Promise<string> {
        log.push('asked');
        return (Notification.permission = 'granted');
      }
      constructor(title: string, { body }: NotificationOptions) {
        super();
        log.push(`${title}: ${body}`);
      }
    }
    Object.assign(globalThis, { Notification });
  });
  const log = () => page.evaluate(() => (globalThis as unknown as { log: string[] }).log);
  const file = makeFile(testInfo, 'long.bin', 34 * MiB);
  const effect = { type: 'throttle', bytesPerSecond: 50_000 } as const;
  bucket.plantFaults({ operation: 'UploadPart', nth: 3, times: Infinity, effect });
  await app.open();
  await chooseFiles(page, 'Upload files', file.path);
  await expect.poll(log).toEqual(['awake']);
  await expect(page).toHaveTitle(/^\d+% · Test – Beeline$/);
  const bell = dock(page).getByRole('button', { name: 'Notify me at the end' });
  await expect(bell).toHaveAttribute('aria-pressed', 'false');
  await bell.click();
  await expect(bell).toHaveAttribute('aria-pressed', 'true');

  bucket.clearFaults();
  await dock(page).getByRole('button', { name: 'Pause all' }).click();
  await expect.poll(log).toEqual(['awake', 'asked', 'released']);
  // No tab of a headless browser is ever hidden.
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
  });
  await dock(page).getByRole('button', { name: 'Resume all' }).click();
  await expectStatus(page, 'long.bin', 'Done');
  await expect.poll(log).toEqual(['awake', 'asked', 'released', 'Beeline: 1 done']);
  await expect(page).toHaveTitle('Test – Beeline');
});
