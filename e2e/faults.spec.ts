import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Fault, FaultEffect } from './emulator/EmulatorOptions.ts';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile, MiB } from './fixtures/makeFile.ts';
import type { LocalFile } from './fixtures/makeFile.ts';
import { brokenEndpoints } from './fixtures/TestEndpoint.ts';
import { sha256 } from './fixtures/TestBucket.ts';
import type { TestBucket } from './fixtures/TestBucket.ts';
import { expect, expectStatus, row, test, transfer } from './fixtures.ts';
import type { App } from './fixtures.ts';
import { gridTitle } from './grid/faultGrid.ts';

/*
 * The fault grid in a real browser against the emulator's fault plan, every time of the policy at 1:20. One page meets
 * several faults one after the other, each with a file of its own: a page that has met one has to be as good as new.
 */

const reset = (at: 'connect' | 'request' | 'response' | 'answer', afterBytes = 0): FaultEffect => ({
  type: 'reset',
  at,
  afterBytes,
});
const refusal = (status: number, code: string, more: object = {}): FaultEffect => ({
  type: 'error',
  status,
  code,
  ...more,
});

async function openImpatiently(app: App): Promise<void> {
  app.configure((config) => ({ ...config, patience: 0.05 }));
  await app.open();
}

interface Meeting {
  readonly page: Page;
  readonly bucket: TestBucket;
}

/** Uploads a file while a fault is planted for it, and finds it whole in the bucket. */
async function survives(
  { page, bucket }: Meeting,
  file: LocalFile,
  name: string,
  ...faults: readonly Fault[]
): Promise<void> {
  bucket.plantFaults(...faults.map((fault) => ({ keyContains: name, ...fault })));
  await chooseFiles(page, 'Upload files', file.path);
  await expectStatus(page, name, 'Done', 45_000);
  for (const { operation, nth = 1 } of faults) {
    const struck = bucket.requests(operation).filter(({ key }) => key === name);
    expect(struck.length, `${operation} of ${name} came as often as the fault waited for`).toBeGreaterThanOrEqual(nth);
  }
  expect(await bucket.sha256(name)).toBe(file.sha256);
  // A browser may repeat a request by itself on a connection that broke, and so begin an empty upload nobody hears of;
  // it is shown under "Unfinished uploads".
  expect((await bucket.uploads()).filter(({ partNumbers }) => partNumbers.length > 0)).toEqual([]);
  bucket.clearFaults();
}

const LARGE = 18 * MiB;

test(
  gridTitle(
    [
      ['F1', 'init'],
      ['F1', 'part'],
      ['F1', 'complete'],
      ['F2', 'part'],
      ['F3', 'part'],
      ['F3', 'complete'],
      ['F4', 'init'],
      ['F4', 'part'],
      ['F4', 'complete'],
    ],
    'resets and lost answers cost what was in flight, and the upload ends Done',
  ),
  async ({ page, app, bucket, guard }, testInfo) => {
    guard.tolerateFailedRequests();
    await openImpatiently(app);
    const meeting = { page, bucket };
    await survives(
      meeting,
      makeFile(testInfo, 'refused.bin', LARGE),
      'refused.bin',
      { operation: 'InitiateMultipartUpload', effect: reset('connect') },
      { operation: 'UploadPart', times: 4, effect: reset('connect') },
      { operation: 'CompleteMultipartUpload', effect: reset('connect') },
    );
    await survives(
      meeting,
      makeFile(testInfo, 'midway.bin', LARGE),
      'midway.bin',
      { operation: 'UploadPart', nth: 2, times: 2, effect: reset('request', 100_000) },
      { operation: 'UploadPart', nth: 5, effect: reset('response') },
      { operation: 'CompleteMultipartUpload', effect: reset('response', 40) },
    );
    await survives(
      meeting,
      makeFile(testInfo, 'unheard.bin', LARGE),
      'unheard.bin',
      { operation: 'InitiateMultipartUpload', effect: reset('answer') },
      { operation: 'UploadPart', nth: 2, effect: reset('answer') },
      { operation: 'CompleteMultipartUpload', effect: reset('answer') },
    );
  },
);

test(
  gridTitle(
    [
      ['F5', 'init'],
      ['F5', 'part'],
      ['F5', 'complete'],
      ['F7', 'part'],
      ['F7', 'complete'],
      ['F8', 'init'],
      ['F8', 'part'],
      ['F8', 'complete'],
      ['F9', 'complete'],
    ],
    'silence, overload and errors are tried again, and the upload ends Done',
  ),
  async ({ page, app, bucket, guard }, testInfo) => {
    guard.tolerateFailedRequests();
    await openImpatiently(app);
    const meeting = { page, bucket };
    await survives(
      meeting,
      makeFile(testInfo, 'silent.bin', LARGE),
      'silent.bin',
      { operation: 'InitiateMultipartUpload', effect: { type: 'hang' } },
      { operation: 'UploadPart', nth: 3, effect: { type: 'hang' } },
      { operation: 'CompleteMultipartUpload', effect: { type: 'hang' } },
    );
    await survives(
      meeting,
      makeFile(testInfo, 'busy.bin', LARGE),
      'busy.bin',
      { operation: 'UploadPart', nth: 2, times: 3, effect: refusal(503, 'SlowDown', { retryAfterSeconds: 1 }) },
      { operation: 'CompleteMultipartUpload', effect: refusal(503, 'SlowDown') },
    );
    await survives(
      meeting,
      makeFile(testInfo, 'broken.bin', LARGE),
      'broken.bin',
      { operation: 'InitiateMultipartUpload', effect: refusal(500, 'InternalError', { afterActing: true }) },
      { operation: 'UploadPart', nth: 2, effect: refusal(502, 'InternalError') },
      { operation: 'CompleteMultipartUpload', effect: { type: 'errorInOk', code: 'InternalError' } },
    );
  },
);

test(
  gridTitle(
    [
      ['F11', 'init'],
      ['F11', 'part'],
      ['F11', 'complete'],
      ['F13', 'part'],
      ['F15', 'part'],
      ['F21', 'complete'],
    ],
    'expired keys, a wrong clock, damage and a lost upload are put right in passing',
  ),
  async ({ page, app, bucket, guard, world }, testInfo) => {
    guard.tolerateFailedRequests();
    await openImpatiently(app);
    const meeting = { page, bucket };
    await survives(
      meeting,
      makeFile(testInfo, 'expired.bin', LARGE),
      'expired.bin',
      { operation: 'InitiateMultipartUpload', effect: refusal(400, 'ExpiredToken') },
      { operation: 'UploadPart', nth: 3, effect: refusal(403, 'AccessDenied', { message: 'Request has expired' }) },
      { operation: 'CompleteMultipartUpload', effect: refusal(400, 'ExpiredToken') },
    );
    for (const hours of [-24, 1]) {
      world.emulator.control.moveClock(hours * 3_600_000);
      const name = `clock${hours}.bin`;
      await survives(meeting, makeFile(testInfo, name, MiB), name);
    }
    world.emulator.control.moveClock(0);
    await survives(meeting, makeFile(testInfo, 'damaged.bin', LARGE), 'damaged.bin', {
      operation: 'UploadPart',
      nth: 2,
      effect: { type: 'corrupt', atByte: 1000 },
    });
    await survives(meeting, makeFile(testInfo, 'gone.bin', LARGE), 'gone.bin', {
      operation: 'CompleteMultipartUpload',
      effect: refusal(404, 'NoSuchUpload', { afterActing: true }),
    });
  },
);

test(
  gridTitle(
    [
      ['F12', 'complete'],
      ['F29', 'part'],
      ['F24', 'part'],
    ],
    'what the person must decide is asked, offline is waited out, and nothing sent is lost',
  ),
  async ({ page, app, bucket, endpoint, guard, context }, testInfo) => {
    guard.tolerateFailedRequests();
    await openImpatiently(app);
    const file = makeFile(testInfo, 'withdrawn.bin', LARGE);
    bucket.plantFaults({ operation: 'CompleteMultipartUpload', times: null, effect: refusal(403, 'AccessDenied') });
    await chooseFiles(page, 'Upload files', file.path);
    await expectStatus(page, 'withdrawn.bin', 'Paused');
    const kept = (await bucket.uploads())[0]?.partNumbers ?? [];
    expect(kept.length).toBeGreaterThan(0);
    bucket.clearFaults();
    const before = bucket.requests('UploadPart').length;
    await page.getByRole('button', { name: 'Resume withdrawn.bin' }).click();
    await expectStatus(page, 'withdrawn.bin', 'Done');
    const sentAgain = bucket
      .requests('UploadPart')
      .slice(before)
      .map(({ query }) => Number(query['partNumber']));
    expect(sentAgain.filter((part) => kept.includes(part))).toEqual([]);
    expect(await bucket.sha256('withdrawn.bin')).toBe(file.sha256);

    const edited = makeFile(testInfo, 'edited.bin', LARGE);
    bucket.plantFaults({ operation: 'UploadPart', nth: 3, times: null, effect: reset('connect') });
    await chooseFiles(page, 'Upload files', edited.path);
    await expect.poll(async () => (await bucket.uploads()).length).toBe(1);
    const content = randomBytes(LARGE);
    writeFileSync(edited.path, content);
    await expectStatus(page, 'edited.bin', 'Changed');
    bucket.clearFaults();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Start over edited.bin' }).click();
    await (await chooser).setFiles(edited.path);
    await expectStatus(page, 'edited.bin', 'Done');
    expect(await bucket.sha256('edited.bin')).toBe(sha256(content));
    await expect.poll(() => bucket.uploads()).toEqual([]);

    const tunnel = makeFile(testInfo, 'tunnel.bin', LARGE);
    bucket.plantFaults({ operation: 'UploadPart', nth: 2, times: 3, effect: { type: 'hang' } });
    await chooseFiles(page, 'Upload files', tunnel.path);
    await expect.poll(async () => (await bucket.uploads()).length).toBe(1);
    await context.setOffline(true);
    await expectStatus(page, 'tunnel.bin', 'Offline');
    const seen = bucket.requests().length;
    await context.setOffline(false);
    await expect.poll(() => bucket.requests().length, { timeout: 2000 }).toBeGreaterThan(seen);
    await expectStatus(page, 'tunnel.bin', 'Done');
    expect(await bucket.sha256('tunnel.bin')).toBe(tunnel.sha256);
    expect(endpoint.questions.length).toBeGreaterThan(0);
  },
);

test(
  gridTitle(
    [
      ['F31', 'part'],
      ['F33', 'part'],
      ['F32', 'keys'],
      ['F34', 'keys'],
      ['F11', 'keys'],
    ],
    'trouble with keys is waited for or named, and a sign-in goes on by itself',
  ),
  async ({ page, app, bucket, endpoint, guard }, testInfo) => {
    guard.tolerateFailedRequests();
    await openImpatiently(app);
    await expect(page.getByRole('main').getByText(/drop/i).first()).toBeVisible();
    for (const [name, trouble] of [
      ['down.bin', brokenEndpoints.down],
      ['login.bin', brokenEndpoints.unauthorized],
    ] as const) {
      const file = makeFile(testInfo, name, LARGE);
      endpoint.breakWith(trouble);
      bucket.plantFaults({
        operation: 'InitiateMultipartUpload',
        keyContains: name,
        effect: refusal(400, 'ExpiredToken'),
      });
      await chooseFiles(page, 'Upload files', file.path);
      await expectStatus(page, name, 'Signing in');
      endpoint.recover();
      bucket.clearFaults();
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await expectStatus(page, name, 'Done');
      expect(await bucket.sha256(name)).toBe(file.sha256);
    }
    // Keys of five seconds: asked for again and again, at most once a second.
    endpoint.maximumDurationSeconds = 5;
    const short = makeFile(testInfo, 'short.bin', LARGE);
    bucket.plantFaults({ operation: 'InitiateMultipartUpload', effect: refusal(400, 'ExpiredToken') });
    const asked = endpoint.questions.length;
    const since = Date.now();
    await chooseFiles(page, 'Upload files', short.path);
    await expectStatus(page, 'short.bin', 'Done');
    expect(endpoint.questions.length - asked).toBeLessThanOrEqual(2 + 2 * Math.ceil((Date.now() - since) / 1000));
    endpoint.breakWith(brokenEndpoints.nonsense);
    bucket.plantFaults({ operation: 'PostObject', effect: refusal(400, 'ExpiredToken') });
    await chooseFiles(page, 'Upload files', makeFile(testInfo, 'nonsense.bin', 1000).path);
    await expectStatus(page, 'nonsense.bin', 'Failed');
  },
);

test(
  gridTitle(
    [
      ['F1', 'list'],
      ['F7', 'list'],
      ['F8', 'list'],
      ['F9', 'list'],
      ['F11', 'list'],
      ['F13', 'list'],
      ['F18', 'list'],
      ['F17', 'list'],
    ],
    'a listing heals by itself, or says what is wrong; it is never cut short',
  ),
  async ({ page, app, bucket, guard, world }) => {
    guard.tolerateFailedRequests();
    await bucket.put('a.txt');
    await bucket.put('b.txt');
    await app.open();
    const healing: readonly FaultEffect[] = [
      reset('connect'),
      refusal(503, 'SlowDown', { retryAfterSeconds: 1 }),
      refusal(500, 'InternalError'),
      { type: 'errorInOk', code: 'InternalError' },
      refusal(400, 'ExpiredToken'),
      { type: 'cut', afterBytes: 200 },
    ];
    for (const effect of healing) {
      bucket.plantFaults({ operation: 'GetBucket', effect });
      const before = bucket.requests('GetBucket').length;
      await page.getByRole('button', { name: 'Refresh' }).click();
      await expect.poll(() => bucket.requests('GetBucket').length).toBeGreaterThan(before + 1);
      await expect(row(page, 'b.txt')).toBeVisible();
      bucket.clearFaults();
    }
    world.emulator.control.moveClock(3_600_000);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(row(page, 'b.txt')).toBeVisible();
    world.emulator.control.moveClock(0);
    await bucket.removeCors();
    await app.open();
    await expect(page.getByText(/CORS|read its answers/).first()).toBeVisible();
  },
);

test(
  gridTitle(
    [
      ['F1', 'download'],
      ['F3', 'download'],
      ['F5', 'download'],
      ['F8', 'download'],
      ['F11', 'download'],
      ['F16', 'download'],
      ['F18', 'download'],
      ['F19', 'download'],
    ],
    'a download goes on from where it was, and the file is the object',
  ),
  async ({ page, app, bucket, guard }) => {
    guard.tolerateFailedRequests();
    const body = randomBytes(6 * MiB);
    await bucket.put('object.bin', body);
    await openImpatiently(app);
    const effects: readonly FaultEffect[] = [
      reset('connect'),
      reset('response', 2 * MiB),
      { type: 'hang' },
      refusal(500, 'InternalError'),
      refusal(400, 'ExpiredToken'),
      { type: 'cutWithoutLength', afterBytes: MiB },
      { type: 'wrongHeader', header: 'x-cos-hash-crc64ecma', value: null },
    ];
    for (const [at, effect] of effects.entries()) {
      bucket.plantFaults({ operation: 'GetObject', nth: at === effects.length - 1 ? 1 : 2, effect });
      await row(page, 'object.bin').click();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download' }).first().click();
      expect(sha256(readFileSync(await (await download).path()))).toBe(sha256(body));
      bucket.clearFaults();
      await page.getByRole('button', { name: 'Clear finished' }).click();
    }
    // A server that answers every range with the whole object, and without a word about it.
    const text = randomBytes(MiB).toString('hex');
    await bucket.put('text.txt', text);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await row(page, 'text.txt').click();
    bucket.plantFaults({
      operation: 'GetObject',
      times: null,
      effect: { type: 'body', contentType: 'text/plain', body: text },
    });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).first().click();
    expect(readFileSync(await (await download).path(), 'utf8')).toBe(text);
    await expectStatus(page, 'text.txt', 'Done, not verified');
  },
);

test(
  gridTitle(
    [
      ['F1', 'delete'],
      ['F8', 'delete'],
      ['F11', 'delete'],
      ['F12', 'delete'],
      ['F12', 'init'],
      ['F17', 'init'],
      ['F16', 'complete'],
      ['F30', 'part'],
      ['F28', 'part'],
    ],
    'a refusal is said with its reason and touches nothing else',
  ),
  async ({ page, app, bucket, guard }, testInfo) => {
    guard.tolerateFailedRequests();
    // A browser that gives no storage: transfers go on, and it is said once.
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', {
        value: {
          open: () => {
            throw new DOMException('no', 'SecurityError');
          },
        },
      });
    });
    for (const name of ['one.txt', 'two.txt', 'three.txt']) await bucket.put(name);
    await openImpatiently(app);
    for (const [name, effect] of [
      ['one.txt', reset('answer')],
      ['two.txt', refusal(400, 'ExpiredToken')],
    ] as const) {
      bucket.plantFaults({ operation: 'DeleteMultipleObjects', effect });
      await row(page, name).click();
      await page.keyboard.press('Delete');
      await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
      await expect(row(page, name)).toBeHidden();
      bucket.clearFaults();
    }
    for (const operation of ['DeleteMultipleObjects', 'DeleteObject'] as const) {
      bucket.plantFaults({ operation, times: null, effect: refusal(403, 'AccessDenied') });
    }
    await row(page, 'three.txt').click();
    await page.keyboard.press('Delete');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText(/not allowed|denied|permission|may not/i).first()).toBeVisible();
    expect(await bucket.keys()).toEqual(['three.txt']);
    await page.keyboard.press('Escape');
    bucket.clearFaults();

    await survives({ page, bucket }, makeFile(testInfo, 'stored.bin', LARGE), 'stored.bin');
    await expect(page.getByText(/cannot be resumed after this page is closed/).first()).toBeVisible();
    const deleted = makeFile(testInfo, 'deleted.bin', LARGE);
    bucket.plantFaults({ operation: 'UploadPart', times: null, effect: reset('request', 1000) });
    await chooseFiles(page, 'Upload files', deleted.path);
    await expect.poll(async () => (await bucket.uploads()).length).toBe(1);
    rmSync(deleted.path);
    await expectStatus(page, 'deleted.bin', 'Failed');
    await expect.poll(() => bucket.uploads()).toEqual([]);
    bucket.clearFaults();
    await bucket.hideHeaders('x-cos-hash-crc64ecma');
    await chooseFiles(page, 'Upload files', makeFile(testInfo, 'unsure.bin', LARGE).path);
    await expectStatus(page, 'unsure.bin', 'Done, not verified');
    bucket.plantFaults({ operation: 'InitiateMultipartUpload', times: null, effect: refusal(403, 'AccessDenied') });
    await chooseFiles(page, 'Upload files', makeFile(testInfo, 'refused.bin', LARGE).path);
    await expectStatus(page, 'refused.bin', 'Failed');
    bucket.clearFaults();
    await bucket.removeCors();
    await app.open();
    await chooseFiles(page, 'Upload files', makeFile(testInfo, 'blocked.bin', LARGE).path);
    await expectStatus(page, 'blocked.bin', 'Failed', 45_000);
    await expect(transfer(page, 'blocked.bin').getByText(/CORS/).first()).toBeVisible();
    expect((await bucket.keys()).includes('blocked.bin')).toBe(false);
  },
);
