import { chooseFiles } from '../fixtures/chooseFiles.ts';
import { makeFile, MiB } from '../fixtures/makeFile.ts';
import { brokenEndpoints } from '../fixtures/TestEndpoint.ts';
import { expect, expectStatus, row } from '../fixtures.ts';
import { test } from './fixtures/test.ts';

test('a batch is told as it is added, at its quarters and at its end, each once', async ({
  page,
  app,
  bucket,
  speech,
}, testInfo) => {
  await bucket.put('old.txt');
  // Slow enough that no quarter is passed unseen.
  const effect = { type: 'throttle', bytesPerSecond: 2_000_000 } as const;
  for (const operation of ['PutObject', 'UploadPart', 'PostObject'])
    bucket.plantFaults({ operation, times: null, effect });
  await app.open();
  await expect(row(page, 'old.txt')).toBeVisible();
  await expect.poll(() => speech.said()).toEqual(['Folder Test, 1 item']);
  await speech.forget();
  const names = Array.from({ length: 12 }, (_, at) => `file ${at}.bin`);
  const paths = names.map((name) => makeFile(testInfo, name, MiB).path);
  await chooseFiles(page, 'Upload files', paths);
  await expect(page.getByRole('status')).toHaveText('12 done');
  expect(await speech.said()).toEqual([
    '12 files added',
    '25% transferred',
    '50% transferred',
    '75% transferred',
    '12 done',
  ]);
});

test('a failure is told at once with its name, those that follow as a number, and the end counts all', async ({
  page,
  app,
  bucket,
  guard,
  speech,
}, testInfo) => {
  guard.tolerateFailedRequests();
  const effect = { type: 'error', status: 403, code: 'AccessDenied', message: 'Refused.' } as const;
  bucket.plantFaults(
    { operation: 'PostObject', times: null, effect },
    { operation: 'PutObject', keyContains: 'no-', times: null, effect },
  );
  await app.open();
  await expect(page.getByText('Nothing here yet')).toBeVisible();
  const names = ['no-1.txt', 'no-2.txt', 'no-3.txt', 'no-4.txt', 'yes.txt'];
  const paths = names.map((name) => makeFile(testInfo, name, 100).path);
  await chooseFiles(page, 'Upload files', paths);
  await expectStatus(page, 'yes.txt', 'Done');
  await expect(page.getByRole('status')).toHaveText('1 done, 4 failed');
  // The second comes five seconds after the first.
  await expect(page.getByRole('alert')).toHaveText('3 more errors');
  const alerts = await speech.said('alert');
  expect(alerts).toHaveLength(2);
  expect(alerts[0]).toMatch(/^no-\d\.txt: /);
  expect(alerts[1]).toBe('3 more errors');
});

test('where one comes to, what is chosen, deleted and taken back is told', async ({ page, app, bucket, speech }) => {
  await bucket.seed({ pattern: 'photos/###.jpg', count: 240 });
  for (const key of ['a.txt', 'b.txt']) await bucket.put(key);
  app.configure((config) => ({
    ...config,
    connections: config.connections.map((each) => Object.assign({}, each, { trash: '.trash/' })),
  }));
  await app.open();
  await expect.poll(() => speech.said()).toEqual(['Folder Test, 3 items']);
  const next = async (...words: (string | RegExp)[]): Promise<void> => {
    await expect.poll(() => speech.said()).toHaveLength(words.length);
    const said = await speech.said();
    for (const [at, each] of words.entries()) expect(said[at]).toMatch(each);
    await speech.forget();
  };
  await next('Folder Test, 3 items');
  await row(page, 'photos').press('Enter');
  await next('Folder photos, 240 items');
  await page.keyboard.press('Backspace');
  await next('Folder Test, 3 items');
  await expect(row(page, 'photos')).toBeFocused();

  await page.keyboard.press('Control+a');
  await next('Selected 3 of 3');
  await page.keyboard.press('Escape');
  await row(page, 'a.txt').press('Control+Space');
  await next('Selected 1 of 3');
  await page.keyboard.press('Shift+ArrowDown');
  await next('Selected 2 of 3');
  await page.keyboard.press('Escape');

  await row(page, 'b.txt').press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Move to trash' }).press('Enter');
  await expect(row(page, 'b.txt')).toBeHidden();
  await next(/^b\.txt: Done/);
  await page.keyboard.press('Control+z');
  await expect(row(page, 'b.txt')).toBeVisible();
  await next(/^b\.txt: Done/);
  expect(await speech.said('alert')).toEqual([]);
});

test('access that ends and cannot be renewed is told in its last minute, with a way to renew it', async ({
  page,
  app,
  bucket,
  endpoint,
  world,
  guard,
  speech,
}) => {
  guard.tolerateFailedRequests();
  await bucket.put('a.txt');
  // Both clocks are put forward by the same time, so nobody's is wrong.
  await page.clock.install();
  let passed = 0;
  const pass = async (minutes: number): Promise<void> => {
    passed += minutes * 60_000;
    world.emulator.control.moveClock(passed);
    await page.clock.fastForward(minutes * 60_000);
  };
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();
  // Keys live for half an hour; the last fifth of it is for renewing them.
  endpoint.breakWith(brokenEndpoints.unauthorized);
  await pass(27);
  bucket.forgetRequests();
  await page.getByRole('button', { name: 'Refresh' }).click();
  // They still live, so the list comes all the same, and there is nothing to tell yet.
  await expect.poll(() => bucket.requests('GetBucket')).toHaveLength(1);
  expect(await speech.said('alert')).toEqual([]);
  await pass(2.2);
  await expect(page.getByRole('alert')).toHaveText(
    /^Your access ends at .*: the keys could not be renewed. Please sign in$/,
  );
  expect(await speech.said('alert')).toHaveLength(1);
  endpoint.recover();
  await page.getByRole('button', { name: 'Renew now' }).press('Enter');
  await expect(page.getByRole('status')).toHaveText('Your access was renewed');
});
