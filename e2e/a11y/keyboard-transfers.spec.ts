import { makeFile, MiB } from '../fixtures/makeFile.ts';
import { expect, expectStatus, row, transfer } from '../fixtures.ts';
import { answerFileDialog, test, toFiles } from './fixtures/test.ts';

test('without a mouse: an upload is paused, resumed and cancelled, and nothing of it stays', async ({
  page,
  app,
  bucket,
  keys,
}, testInfo) => {
  await bucket.put('a.txt');
  bucket.plantFaults({ operation: 'UploadPart', times: null, effect: { type: 'delay', milliseconds: 60_000 } });
  await app.open();
  await keys.tabTo(page.getByRole('button', { name: 'Upload files' }));
  await answerFileDialog(page, () => keys.press('Enter'), [makeFile(testInfo, 'film.bin', 30 * MiB).path]);
  await expectStatus(page, 'film.bin', 'Uploading');
  const button = (name: string) => page.getByRole('button', { name });
  await keys.use(button('Pause film.bin'));
  await expectStatus(page, 'film.bin', 'Paused');
  await expect(button('Resume film.bin')).toBeFocused();
  await keys.press('Enter');
  await expect(button('Pause film.bin')).toBeFocused();
  await keys.use(button('Cancel film.bin'));
  await expectStatus(page, 'film.bin', 'Cancelled');
  await expect(
    page.getByRole('region', { name: 'Transfers' }).getByRole('button', { name: /^Transfers/ }),
  ).toBeFocused();
  await expect.poll(() => bucket.uploads()).toEqual([]);
  expect(await bucket.keys()).toEqual(['a.txt']);
  await keys.use(button('Clear finished'));
  await expect(page.getByRole('region', { name: 'Transfers' })).toBeHidden();
  await keys.press('ArrowDown');
});

test('without a mouse: a failure says why, its details are copied, and it is tried again', async ({
  page,
  app,
  bucket,
  keys,
  guard,
  context,
}, testInfo) => {
  guard.tolerateFailedRequests();
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.origin });
  const effect = { type: 'error', status: 403, code: 'ObjectLocked', message: 'Locked.' } as const;
  bucket.plantFaults(
    { operation: 'PostObject', times: Infinity, effect },
    { operation: 'PutObject', times: Infinity, effect },
  );
  const file = makeFile(testInfo, 'plan.txt', 200);
  await app.open();
  await keys.tabTo(page.getByRole('button', { name: 'Upload files' }).first());
  await answerFileDialog(page, () => keys.press('Enter'), [file.path]);
  await expectStatus(page, 'plan.txt', 'Failed');
  const item = transfer(page, 'plan.txt');
  await keys.use(item.getByRole('button', { name: 'Details' }));
  await expect(item.getByText('ObjectLocked')).toBeVisible();
  await keys.use(item.getByRole('button', { name: 'Copy details' }));
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('ObjectLocked');
  bucket.clearFaults();
  await keys.tabTo(item.getByRole('button', { name: 'Retry plan.txt' }), 'Shift+Tab');
  await keys.press('Enter');
  await expectStatus(page, 'plan.txt', 'Done');
  expect(await bucket.sha256('plan.txt')).toBe(file.sha256);
});

test('without a mouse: taken names are decided on one sheet before a byte moves', async ({
  page,
  app,
  bucket,
  keys,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests(); // A number that is looked for and free is a 404.
  const files = ['one.txt', 'two.txt', 'six.txt'].map((name, at) => makeFile(testInfo, name, 50 + at));
  for (const name of ['one.txt', 'two.txt', 'six.txt']) await bucket.put(name, 'old');
  await app.open();
  await keys.tabTo(page.getByRole('button', { name: 'Upload files' }));
  const paths = files.map(({ path }) => path);
  await answerFileDialog(page, () => keys.press('Enter'), paths);
  const sheet = page.getByRole('dialog', { name: /already exist/ });
  await expect(sheet.getByRole('button', { name: 'Skip' })).toBeFocused();
  await keys.tabTo(sheet.getByRole('listbox'));
  await keys.press('Home', 'ArrowDown', 'ArrowDown');
  await expect(sheet.getByText(/What should happen with .*two\.txt/)).toBeVisible();
  await keys.use(sheet.getByRole('button', { name: 'Keep both' }));
  await keys.use(sheet.getByRole('checkbox', { name: 'Apply to all' }), 'Space');
  await keys.use(sheet.getByRole('button', { name: 'Replace' }));
  await expect(sheet).toBeHidden();
  for (const name of ['one.txt', 'six.txt', 'two (1).txt']) await expectStatus(page, name, 'Done');
  expect(await bucket.sha256('two (1).txt')).toBe(files[1]?.sha256);
  expect((await bucket.read('two.txt')).toString()).toBe('old');
  expect(await bucket.sha256('six.txt')).toBe(files[2]?.sha256);
  await expect(row(page, 'two (1).txt')).toBeVisible();
  await toFiles(page, keys);
});
