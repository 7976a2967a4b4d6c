import type { Page, TestInfo } from '@playwright/test';
import { dropPaths } from './fixtures/dropPaths.ts';
import { makeFile, MiB } from './fixtures/makeFile.ts';
import { shot } from './fixtures/shot.ts';
import { expect, expectStatus, row, test, transfer } from './fixtures.ts';

/** Makes an upload request for the folder on screen and returns its link. */
async function requestFiles(page: Page, note = '', limit?: string): Promise<string> {
  await page.getByRole('button', { name: 'More ways to upload' }).click();
  await page.getByRole('menuitem', { name: 'Request files…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Request files into/ });
  await dialog.getByRole('textbox', { name: 'Note to the sender' }).fill(note);
  await dialog.getByText('15 minutes', { exact: true }).click();
  if (limit !== undefined) await dialog.getByRole('combobox', { name: 'At most, per file' }).selectOption(limit);
  await dialog.getByRole('button', { name: 'Make link' }).click();
  const box = dialog.getByRole('textbox', { name: 'Link' });
  await expect(box).toHaveValue(/^http.*#\/r\//);
  await expect(dialog.getByText(/^Expires /)).toBeVisible();
  const link = await box.inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return link;
}

/** A sender: another person, with a browser of their own that has never been here. */
async function openAsSender(stranger: () => Promise<Page>, link: string): Promise<Page> {
  const page = await stranger();
  await page.goto(link);
  return page;
}

function drop(page: Page, paths: readonly string[]): Promise<void> {
  return dropPaths(page, page.getByText('Drop files and folders here'), paths);
}

/** Key of an object without the random folder of its request. */
const withoutRandom = (key: string): string => key.replace(/received-[\da-f]{32}\//, '');

function folderOf200(testInfo: TestInfo) {
  const files = Array.from({ length: 200 }, (_, at) =>
    makeFile(testInfo, `gift/${at % 2 === 0 ? '' : 'deeper/'}f${at}.txt`, 20 + at),
  );
  const big = makeFile(testInfo, 'gift/big.bin', 3 * MiB);
  return { path: testInfo.outputPath('files', 'gift'), files, big };
}

test('a folder of 200 files and a large one arrives from somebody without an account', async ({
  page,
  app,
  bucket,
  stranger,
  endpoint,
}, testInfo) => {
  const gift = folderOf200(testInfo);
  await bucket.put('inbox/');
  await app.open({ prefix: 'inbox/' });
  const link = await requestFiles(page, 'Photos of Friday, please. <b>Thanks!</b>');
  const place: unknown = expect.stringMatching(/^inbox\/received-[\da-f]{32}\/$/);
  expect(endpoint.questions).toContainEqual(expect.objectContaining({ purpose: 'upload-request', keys: [place] }));
  await page.goto('about:blank');
  bucket.forgetRequests();
  const asked = endpoint.questions.length;

  const sender = await openAsSender(stranger, link);
  await expect(sender.getByRole('heading', { name: /Send files to .*inbox/ })).toBeVisible();
  await expect(sender.getByText('Photos of Friday, please. <b>Thanks!</b>')).toBeVisible();
  await drop(sender, [gift.path]);
  await expect(sender.getByText(/^201 files have arrived/)).toBeVisible({ timeout: 30_000 });
  await expect(sender.getByText('Each was compared with your own by checksum.')).toBeVisible();

  expect(bucket.requests().filter(({ method }) => method !== 'POST' && method !== 'OPTIONS')).toEqual([]);
  expect(endpoint.questions).toHaveLength(asked);
  const keys = await bucket.keys();
  expect(keys.map(withoutRandom)).toContain('inbox/gift/deeper/f1.txt');
  expect(keys).toHaveLength(202);
  const bigKey = keys.find((key) => key.endsWith('/gift/big.bin')) ?? '';
  expect(await bucket.sha256(bigKey)).toBe(gift.big.sha256);
  expect(await sender.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);

  await app.open();
  await page.getByRole('button', { name: 'More ways to upload' }).click();
  await page.getByRole('menuitem', { name: 'My upload requests' }).click();
  const made = page.getByRole('dialog', { name: 'My upload requests' }).getByRole('listitem', { name: 'inbox' });
  await expect(made.getByText(/^201 files/)).toBeVisible();
  await made.getByRole('button', { name: /^Open folder/ }).click();
  await expect(row(page, 'gift')).toBeVisible();
  // My links has it too, and leads here.
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'My links' }).click();
  const links = page.getByRole('dialog', { name: 'My links' });
  await expect(links.getByRole('listitem').filter({ hasText: 'Upload request' })).toContainText(/Ends in/);
  await shot(page, 'my-links-request');
  await links.getByRole('button', { name: 'What arrived in inbox' }).click();
  await expect(made.getByText(/^201 files/)).toBeVisible();
  const kept = await page.evaluate(() => localStorage.getItem('beeline.uploadRequests') ?? '');
  expect(kept).toContain('Photos of Friday');
  for (const secret of [...endpoint.secrets, link.slice(link.indexOf('#/r/') + 4)]) expect(kept).not.toContain(secret);
});

test('what is in the way stays, what is too large is told before a byte leaves, and an outage is waited out', async ({
  page,
  app,
  bucket,
  stranger,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests();
  await app.open();
  const link = await requestFiles(page, '', '10000000');
  const first = await openAsSender(stranger, link);
  const one = makeFile(testInfo, 'report.txt', 1000);
  await drop(first, [one.path]);
  await expectStatus(first, 'report.txt', 'Done');

  const second = await openAsSender(stranger, link);
  const other = makeFile(testInfo, 'second/report.txt', 2000);
  const huge = makeFile(testInfo, 'second/huge.bin', 10_000_001);
  bucket.plantFaults({
    operation: 'PostObject',
    times: 2,
    effect: { type: 'error', status: 503, code: 'SlowDown' },
  });
  await drop(second, [other.path, huge.path]);
  await expect(second.getByRole('heading', { name: '1 file was not sent' })).toBeVisible();
  await expect(second.getByText(/is more than the 10 MB that this request takes/)).toBeVisible();
  await expect(transfer(second, 'huge.bin')).toHaveCount(0);
  await expectStatus(second, 'report (1).txt', 'Done');
  const keys = await bucket.keys();
  expect(keys.map(withoutRandom).toSorted()).toEqual(['report (1).txt', 'report.txt']);
  const kept = keys.find((key) => key.endsWith('/report.txt')) ?? '';
  expect(await bucket.sha256(kept)).toBe(one.sha256);
});

test('both sides see the same end, and nothing arrives after it', async ({
  page,
  app,
  bucket,
  stranger,
  endpoint,
  world,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests();
  endpoint.maximumDurationSeconds = 600;
  await app.open();
  const link = await requestFiles(page);
  const sender = await openAsSender(stranger, link);
  const said = await sender.getByText(/^Open until /).textContent();
  expect(said).toMatch(/in 9 minutes/);
  await drop(sender, [makeFile(testInfo, 'early.txt', 10).path]);
  await expectStatus(sender, 'early.txt', 'Done');

  world.emulator.control.moveClock(601 * 1000);
  await drop(sender, [makeFile(testInfo, 'late.txt', 10).path]);
  await expectStatus(sender, 'late.txt', 'Failed: This request has ended');
  await expect(sender.getByRole('heading', { name: 'This request has ended' })).toBeVisible();
  await shot(sender, 'request-ended');
  expect((await bucket.keys()).map(withoutRandom)).toEqual(['early.txt']);

  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByRole('button', { name: 'More ways to upload' }).click();
  await page.getByRole('menuitem', { name: 'My upload requests' }).click();
  const made = page.getByRole('dialog', { name: 'My upload requests' }).getByRole('listitem', { name: 'Test' });
  await expect(made.getByText(/^Ended /)).toBeVisible();
  await expect(made.getByText(/^1 file,/)).toBeVisible();
});

test('a link that is cut, or of another bucket, asks nobody', async ({ page, app, bucket, stranger }) => {
  await app.open();
  const link = await requestFiles(page);
  await page.goto('about:blank');
  bucket.forgetRequests();
  const cut = await openAsSender(stranger, link.slice(0, -9));
  await expect(cut.getByRole('heading', { name: 'This link is not whole' })).toBeVisible();
  app.configure((config) => ({
    ...config,
    connections: [{ ...config.connections[0], bucket: 'other-1250000000' }],
  }));
  await cut.goto('about:blank');
  await cut.goto(link);
  await expect(cut.getByRole('heading', { name: 'This link leads somewhere else' })).toBeVisible();
  expect(bucket.requests()).toEqual([]);
});

test('a key that is gone before its time ends the request, and the sender is told which it was', async ({
  page,
  app,
  bucket,
  endpoint,
  world,
  stranger,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests();
  await bucket.put('inbox/');
  await app.open({ prefix: 'inbox/' });
  const link = await requestFiles(page, 'Photos of Friday, please');
  const sender = await openAsSender(stranger, link);
  await drop(sender, [makeFile(testInfo, 'early.txt', 10).path]);
  await expectStatus(sender, 'early.txt', 'Done');
  for (const id of endpoint.keyIds) world.emulator.control.revokeKeys(id);
  await drop(sender, [makeFile(testInfo, 'late.txt', 10).path]);
  await expectStatus(sender, 'late.txt', 'Failed: This request has ended early');
  await expect(sender.getByRole('heading', { name: 'This request has ended early' })).toBeVisible();
  await expect(sender.getByText(/The temporary key it was made with is gone/).first()).toBeVisible();
  await expect(sender.getByText('Drop files and folders here')).toBeHidden();
  expect((await bucket.keys()).map(withoutRandom)).toEqual(['inbox/', 'inbox/early.txt']);
  await shot(sender, 'request-key-gone');
});
