import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { dropPaths } from './fixtures/dropPaths.ts';
import { makeFile, MiB } from './fixtures/makeFile.ts';
import { expect, expectStatus, row, test, transfer } from './fixtures.ts';

test('a chosen file is in the bucket when it says Done', async ({ page, app, bucket }, testInfo) => {
  const file = makeFile(testInfo, 'small.bin', 100_000);
  await app.open();
  await chooseFiles(page, 'Upload files', file.path);
  await expectStatus(page, 'small.bin', 'Done');
  expect(await bucket.sha256('small.bin')).toBe(file.sha256);
  await expect(row(page, 'small.bin')).toBeVisible();
});

test('small files cost no preflight', async ({ page, app, bucket }, testInfo) => {
  const files = ['a.txt', 'b.txt', 'c.txt'].map((name) => makeFile(testInfo, name, 1000));
  await app.open();
  await chooseFiles(
    page,
    'Upload files',
    files.map((file) => file.path),
  );
  for (const name of ['a.txt', 'b.txt', 'c.txt']) await expectStatus(page, name, 'Done');
  expect(bucket.requests('PostObject')).toHaveLength(3);
  expect(bucket.requests('OptionsObject')).toEqual([]);
});

test('where forms are not allowed small files go by PUT, and only the first asks', async ({
  page,
  app,
  bucket,
  endpoint,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests();
  endpoint.deny('name/cos:PostObject');
  const first = makeFile(testInfo, 'first.txt', 1000);
  const second = makeFile(testInfo, 'second.txt', 1000);
  await app.open();
  await chooseFiles(page, 'Upload files', first.path);
  await expectStatus(page, 'first.txt', 'Done');
  await chooseFiles(page, 'Upload files', second.path);
  await expectStatus(page, 'second.txt', 'Done');
  expect(bucket.requests('PostObject')).toHaveLength(1);
  expect(await bucket.sha256('second.txt')).toBe(second.sha256);
});

test('an empty file arrives', async ({ page, app, bucket }, testInfo) => {
  const file = makeFile(testInfo, 'empty.txt', 0);
  await app.open();
  await chooseFiles(page, 'Upload files', file.path);
  await expectStatus(page, 'empty.txt', 'Done');
  expect(await bucket.sha256('empty.txt')).toBe(file.sha256);
});

test('a large file goes up in parts, and Done never comes before the object', async ({
  page,
  app,
  bucket,
}, testInfo) => {
  const file = makeFile(testInfo, 'large.bin', 40 * MiB);
  bucket.plantFaults({ operation: 'CompleteMultipartUpload', effect: { type: 'delay', milliseconds: 1500 } });
  await app.open({ prefix: 'in/' });
  await chooseFiles(page, 'Upload files', file.path);

  await expect
    .poll(
      async () => {
        const text = (await transfer(page, 'large.bin').textContent()) ?? '';
        const percent = await transfer(page, 'large.bin')
          .getByRole('progressbar')
          .getAttribute('aria-valuenow', { timeout: 500 })
          .catch(() => null);
        const isThere = (await bucket.keys()).includes('in/large.bin');
        if (text.includes('Done') && !isThere) return 'Done before it was there';
        if (percent === '100' && !isThere) return '100 % before it was there';
        return text.includes('Done') ? 'Done' : 'going on';
      },
      { timeout: 45_000, intervals: [100] },
    )
    .toMatch(/Done/);
  await expectStatus(page, 'large.bin', 'Done');
  await expect(transfer(page, 'large.bin').getByText(/not verified/)).toBeHidden();
  expect(await bucket.sha256('in/large.bin')).toBe(file.sha256);
  expect(bucket.requests('UploadPart').length).toBeGreaterThan(2);
  expect(await bucket.uploads()).toEqual([]);
});

test('files and a folder are dropped together', async ({ page, app, bucket }, testInfo) => {
  const single = makeFile(testInfo, 'single.txt', 10);
  const deep = makeFile(testInfo, 'album/one/deep 你好.txt', 20);
  const top = makeFile(testInfo, 'album/top.txt', 30);
  await app.open({ prefix: 'dropped/' });
  await expect(page.getByText(/Drop files or a folder/)).toBeVisible();
  await dropPaths(page, page.getByRole('main'), [single.path, dirname(top.path)]);

  await expectStatus(page, 'single.txt', 'Done');
  await expectStatus(page, 'top.txt', 'Done');
  await expectStatus(page, 'deep 你好.txt', 'Done');
  expect((await bucket.keys()).toSorted()).toEqual([
    'dropped/album/one/deep 你好.txt',
    'dropped/album/top.txt',
    'dropped/single.txt',
  ]);
  expect(await bucket.sha256('dropped/album/one/deep 你好.txt')).toBe(deep.sha256);
  await expect(row(page, 'single.txt')).toBeVisible();
  await expect(row(page, 'album')).toHaveAccessibleName(/folder/);
});

test('a drop is refused with its reason where the keys may not write', async ({
  page,
  app,
  bucket,
  endpoint,
}, testInfo) => {
  const file = makeFile(testInfo, 'unwanted.txt', 10);
  const actions = ['name/cos:PutObject', 'name/cos:PostObject', 'name/cos:InitiateMultipartUpload'];
  endpoint.withhold(...actions);
  await bucket.put('there.txt');
  await app.open();
  await expect(row(page, 'there.txt')).toBeVisible();
  await dropPaths(page, page.getByRole('main'), [file.path]);
  await expect(page.getByRole('complementary', { name: 'Notices' })).toContainText('name/cos:PutObject');
  await expect(page.getByRole('region', { name: 'Transfers' })).toBeHidden();

  // From here on it is known before anything is let go.
  await expect(page.getByRole('button', { name: 'Upload files' })).toBeDisabled();
  await dropPaths(page, page.getByRole('main'), [file.path]);
  await expect(page.getByRole('region', { name: 'Transfers' })).toBeHidden();
  expect(await bucket.keys()).toEqual(['there.txt']);
  expect(bucket.requests('PutObject')).toEqual([]);
});

test('a folder is chosen with the picker', async ({ page, app, bucket }, testInfo) => {
  const file = makeFile(testInfo, 'holiday/day 1/bee.txt', 10);
  await app.open();
  await chooseFiles(page, 'Upload folder', dirname(dirname(file.path)));
  await expectStatus(page, 'bee.txt', 'Done');
  expect(await bucket.keys()).toEqual(['holiday/day 1/bee.txt']);
});

test('dropping on a folder’s row uploads into that folder', async ({ page, app, bucket }, testInfo) => {
  await bucket.put('target/old.txt');
  const file = makeFile(testInfo, 'new.txt', 10);
  await app.open();
  await expect(row(page, 'target')).toBeVisible();
  await dropPaths(page, row(page, 'target'), [file.path]);
  await expectStatus(page, 'new.txt', 'Done');
  expect(await bucket.keys()).toContain('target/new.txt');
});

test('cancel leaves nothing behind', async ({ page, app, bucket }, testInfo) => {
  const file = makeFile(testInfo, 'unwanted.bin', 40 * MiB);
  bucket.plantFaults({
    operation: 'UploadPart',
    nth: 2,
    times: Infinity,
    effect: { type: 'throttle', bytesPerSecond: 200_000 },
  });
  await app.open();
  await chooseFiles(page, 'Upload files', file.path);
  await expect.poll(async () => (await bucket.uploads()).length).toBe(1);
  await page.getByRole('button', { name: 'Cancel unwanted.bin' }).click();
  await expectStatus(page, 'unwanted.bin', 'Cancelled');
  await expect.poll(() => bucket.uploads()).toEqual([]);
  expect(await bucket.keys()).toEqual([]);
});

test('cancelled too late, it says that it is in the bucket', async ({ page, app, bucket, guard }, testInfo) => {
  guard.tolerateFailedRequests(); // The parts that are removed are gone already.
  const file = makeFile(testInfo, 'late.bin', 18 * MiB);
  // Slow enough for a click between the object and the end of the answer that tells of it.
  bucket.plantFaults({ operation: 'CompleteMultipartUpload', effect: { type: 'throttle', bytesPerSecond: 250 } });
  await app.open();
  await chooseFiles(page, 'Upload files', file.path);
  await expect.poll(() => bucket.keys(), { timeout: 20_000, intervals: [50] }).toEqual(['late.bin']);
  await page.getByRole('button', { name: 'Cancel late.bin' }).click();
  await expectStatus(page, 'late.bin', 'Done');
  await expect(transfer(page, 'late.bin')).toContainText('verified');
  expect(await bucket.sha256('late.bin')).toBe(file.sha256);
});

test('pause stops sending, resume sends only the rest', async ({ page, app, bucket }, testInfo) => {
  const file = makeFile(testInfo, 'later.bin', 40 * MiB);
  bucket.plantFaults({
    operation: 'UploadPart',
    nth: 2,
    times: 20,
    effect: { type: 'throttle', bytesPerSecond: 2 * MiB },
  });
  await app.open();
  await chooseFiles(page, 'Upload files', file.path);
  await expect
    .poll(async () => (await bucket.uploads())[0]?.partNumbers.length ?? 0, { timeout: 20_000 })
    .toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Pause later.bin' }).click();
  await expectStatus(page, 'later.bin', 'Paused');
  const confirmed = (await bucket.uploads())[0]?.partNumbers ?? [];
  const seen = bucket.requests('UploadPart').length;
  expect(await bucket.keys()).toEqual([]);

  await page.getByRole('button', { name: 'Resume later.bin' }).click();
  await expectStatus(page, 'later.bin', 'Done');
  expect(await bucket.sha256('later.bin')).toBe(file.sha256);
  const resent = bucket
    .requests('UploadPart')
    .slice(seen)
    .map(({ query }) => Number(query['partNumber']));
  expect(resent.filter((partNumber) => confirmed.includes(partNumber))).toEqual([]);
});

const HEALING = [
  {
    name: 'SlowDown on a part',
    fault: { operation: 'UploadPart', nth: 2, effect: { type: 'error', status: 503, code: 'SlowDown' } },
  },
  {
    name: 'a part whose connection is reset',
    fault: { operation: 'UploadPart', nth: 2, effect: { type: 'reset', at: 'request', afterBytes: 100_000 } },
  },
  {
    name: 'an internal error at the end',
    fault: { operation: 'CompleteMultipartUpload', effect: { type: 'error', status: 500, code: 'InternalError' } },
  },
  {
    name: 'an error inside a 200 at the end',
    fault: { operation: 'CompleteMultipartUpload', effect: { type: 'errorInOk', code: 'InternalError' } },
  },
  {
    name: 'an end whose answer is lost',
    fault: { operation: 'CompleteMultipartUpload', effect: { type: 'reset', at: 'answer' } },
  },
] as const;

for (const { name, fault } of HEALING) {
  test(`an upload outlives ${name}`, async ({ page, app, bucket, guard }, testInfo) => {
    guard.tolerateFailedRequests();
    const file = makeFile(testInfo, 'tough.bin', 34 * MiB);
    bucket.plantFaults(fault);
    await app.open();
    await chooseFiles(page, 'Upload files', file.path);
    await expectStatus(page, 'tough.bin', 'Done', 45_000);
    const struck = bucket.requests(fault.operation).filter(({ status, errorCode }) => status !== 200 || errorCode);
    expect(struck.length).toBeGreaterThan(0);
    expect(await bucket.sha256('tough.bin')).toBe(file.sha256);
    expect(await bucket.uploads()).toEqual([]);
  });
}

test('bytes damaged on the way never count as done', async ({ page, app, bucket, guard }, testInfo) => {
  guard.tolerateFailedRequests();
  const file = makeFile(testInfo, 'fragile.bin', 100_000);
  // Behind the fields of the form, which take less than 8 KiB.
  bucket.plantFaults({ operation: 'PostObject', times: 1, effect: { type: 'corrupt', atByte: 50_000 } });
  await app.open();
  await chooseFiles(page, 'Upload files', file.path);
  await expectStatus(page, 'fragile.bin', 'Done');
  expect(bucket.requests('PostObject')).toHaveLength(2);
  expect(await bucket.sha256('fragile.bin')).toBe(file.sha256);
});

test('a hidden checksum is said, not hidden', async ({ page, app, bucket }, testInfo) => {
  const file = makeFile(testInfo, 'unsure.bin', 1000);
  await bucket.hideHeaders('x-cos-hash-crc64ecma');
  await app.open();
  await chooseFiles(page, 'Upload files', file.path);
  await expectStatus(page, 'unsure.bin', 'Done, not verified');
});

for (const { answer, result } of [
  { answer: 'Replace', result: { 'a.txt': 'new' } },
  { answer: 'Keep both', result: { 'a.txt': 'old', 'a (1).txt': 'new' } },
  { answer: 'Skip', result: { 'a.txt': 'old' } },
] as const) {
  test(`a name that exists is asked about: ${answer}`, async ({ page, app, bucket, guard }, testInfo) => {
    guard.tolerateFailedRequests(); // A number that is looked for and free is a 404.
    await bucket.put('a.txt', 'old');
    const file = makeFile(testInfo, 'a.txt', 77);
    await app.open();
    await expect(row(page, 'a.txt')).toBeVisible();
    await chooseFiles(page, 'Upload files', file.path);
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    await expect(dialog.getByRole('checkbox', { name: 'Apply to all' })).toBeVisible();
    expect([...bucket.requests('PutObject'), ...bucket.requests('PostObject')]).toEqual([]);
    await dialog.getByRole('button', { name: answer }).click();
    if (answer !== 'Skip') await expectStatus(page, /Keep/.test(answer) ? 'a' : 'a.txt', 'Done');
    await expect.poll(async () => (await bucket.keys()).toSorted()).toEqual(Object.keys(result).toSorted());
    for (const [key, content] of Object.entries(result)) {
      expect((await bucket.read(key)).length).toBe(content === 'old' ? 3 : 77);
    }
  });
}

test('somebody else was faster: the dock asks, nothing is overwritten', async ({
  page,
  app,
  bucket,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests();
  const file = makeFile(testInfo, 'race.txt', 77);
  await app.open();
  await expect(page.getByRole('main').getByText(/drop/i).first()).toBeVisible();
  // The name is free when it is looked up, and taken when the file arrives.
  bucket.plantFaults({ operation: 'PostObject', effect: { type: 'delay', milliseconds: 1000 } });
  await chooseFiles(page, 'Upload files', file.path);
  await expect.poll(() => bucket.requests('PostObject').length).toBeGreaterThan(0);
  await bucket.put('race.txt', 'theirs');
  await expectStatus(page, 'race.txt', 'Failed');
  expect((await bucket.read('race.txt')).toString()).toBe('theirs');
  await transfer(page, 'race.txt')
    .getByRole('button', { name: /Keep both/ })
    .click();
  await expect.poll(async () => (await bucket.keys()).toSorted()).toEqual(['race (1).txt', 'race.txt']);
});

test('going offline waits, coming back goes on', async ({ page, app, bucket, guard, context }, testInfo) => {
  guard.tolerateFailedRequests();
  const file = makeFile(testInfo, 'tunnel.bin', 40 * MiB);
  await bucket.put('here.txt', 'listed before');
  // Every part crawls until the line is gone, so that however long the test takes to look there is still one to cut.
  bucket.plantFaults({ operation: 'UploadPart', times: Infinity, effect: { type: 'throttle', bytesPerSecond: MiB } });
  await app.open();
  await chooseFiles(page, 'Upload files', file.path);
  await expect.poll(async () => (await bucket.uploads()).length).toBe(1);
  await context.setOffline(true);
  await expectStatus(page, 'tunnel.bin', 'Offline');
  // The page says so itself, and keeps what it has.
  const note = page.getByText('You are offline. Everything waits');
  await expect(note).toBeVisible();
  await expect(row(page, 'here.txt')).toBeVisible();
  bucket.clearFaults();
  await context.setOffline(false);
  await expect(note).toBeHidden();
  await expectStatus(page, 'tunnel.bin', 'Done', 45_000);
  expect(await bucket.sha256('tunnel.bin')).toBe(file.sha256);
});

test('a skipped file is seen as skipped, and the keyboard is not lost', async ({ page, app, bucket }, testInfo) => {
  await bucket.put('taken.txt', 'theirs');
  await app.open();
  await expect(row(page, 'taken.txt')).toBeVisible();
  await dropPaths(page, page.getByRole('main'), [makeFile(testInfo, 'taken.txt', 10).path]);
  await page.getByRole('dialog').getByRole('button', { name: 'Skip' }).click();
  await expectStatus(page, 'taken.txt', 'Skipped');
  expect((await bucket.read('taken.txt')).toString()).toBe('theirs');
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
  expect(bucket.requests().filter(({ method }) => method !== 'GET')).toHaveLength(0);
});

test('a file that is changed before its turn is asked about, and nothing of it is in the bucket', async ({
  page,
  app,
  bucket,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests();
  const files = [makeFile(testInfo, 'small.bin', 1000), makeFile(testInfo, 'whole.bin', 4 * MiB)];
  await app.open();
  await expect(page.getByText(/drop/i).first()).toBeVisible();
  bucket.plantFaults({ operation: 'GetBucket', effect: { type: 'delay', milliseconds: 1000 } });
  const listings = bucket.requests('GetBucket').length;
  await chooseFiles(
    page,
    'Upload files',
    files.map(({ path }) => path),
  );
  await expect.poll(() => bucket.requests('GetBucket').length).toBeGreaterThan(listings);
  for (const { path } of files) writeFileSync(path, Buffer.alloc(4 * MiB + 7, 'other bytes'));
  await expectStatus(page, 'small.bin', 'Changed');
  await expectStatus(page, 'whole.bin', 'Changed');
  expect(await bucket.keys()).toEqual([]);
});

test('a paused file keeps the page from closing unasked', async ({ page, app, bucket }, testInfo) => {
  bucket.plantFaults({ operation: 'UploadPart', times: null, effect: { type: 'delay', milliseconds: 60_000 } });
  await app.open();
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'paused.bin', 40 * MiB).path);
  await page.getByRole('button', { name: 'Pause paused.bin' }).click();
  await expectStatus(page, 'paused.bin', 'Paused');
  const asked = page.waitForEvent('dialog');
  void page.close({ runBeforeUnload: true });
  expect((await asked).type()).toBe('beforeunload');
  await (await asked).accept();
});
