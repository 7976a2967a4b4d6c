import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { shot } from './fixtures/shot.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

async function openDetails(page: Page, name: string) {
  await row(page, name).first().focus();
  await page.keyboard.press('Alt+Enter');
  return page.getByLabel(`Preview of ${name}`);
}

test('each part of the details loads by itself, and a refusal names the missing right', async ({
  page,
  app,
  bucket,
  guard,
}) => {
  guard.tolerateFailedRequests();
  await bucket.write('a.txt', 'words', { ACL: 'public-read', ContentType: 'text/plain' });
  await bucket.setTags('a.txt', { team: 'bees', 地区: '北' });
  bucket.plantFaults({
    operation: 'GetObjectACL',
    times: 1,
    effect: { type: 'error', status: 403, code: 'AccessDenied', message: 'Access Denied.' },
  });
  await app.open();
  const panel = await openDetails(page, 'a.txt');
  await expect(panel.getByRole('listitem').filter({ hasText: '地区' })).toContainText('北');
  await expect(panel).toContainText('does not include name/cos:GetObjectACL');
  await expect(panel).toContainText('CRC-64');
  await panel.getByRole('button', { name: 'Retry' }).click();
  await expect(panel).toContainText('Everybody on the internet (public-read).');
  await shot(page, 'details');

  bucket.plantFaults({
    operation: 'HeadObject',
    times: null,
    effect: { type: 'error', status: 403, code: 'AccessDenied', message: 'Access Denied.' },
  });
  await page.reload();
  await page.getByRole('tab', { name: 'Details' }).click();
  await expect(panel).toContainText('does not include name/cos:HeadObject');
  await expect(panel).toContainText('5 bytes (5 bytes)');
  await expect(panel.getByRole('listitem').filter({ hasText: 'team' })).toContainText('bees');
});

test('details are edited, one object with its fields, a folder and an object together; the rest stays', async ({
  page,
  app,
  bucket,
}) => {
  const said = { ACL: 'public-read', ContentType: 'text/plain', CacheControl: 'no-cache' };
  for (const key of ['box/one.bin', 'box/deep/two.bin', 'three.bin', 'witness.bin']) {
    await bucket.write(key, key, said);
    await bucket.setTags(key, { team: 'bees' });
  }
  await app.open();
  const panel = await openDetails(page, 'three.bin');
  await panel.getByRole('button', { name: 'Edit details' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit details of three.bin' });
  const type = dialog.getByRole('textbox', { name: 'Content type' });
  await expect(type).toHaveValue('text/plain');
  await expect(dialog.getByRole('textbox', { name: 'Tag 1', exact: true })).toHaveValue('team');
  await type.fill('picture');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Two words with a slash between them')).toBeVisible();
  await type.fill('image/png');
  await dialog.getByRole('button', { name: 'Add metadata' }).click();
  await dialog.getByRole('textbox', { name: 'Name 1' }).fill('Author');
  await dialog.getByRole('textbox', { name: 'Value 1', exact: true }).fill('蜜蜂');
  await dialog.getByRole('textbox', { name: 'Value of tag 1' }).fill('hornets');
  await shot(page, 'edit-one');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Agree to this first')).toBeVisible();
  await dialog.getByRole('checkbox', { name: /may be lost/ }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expectStatus(page, 'three.bin', 'Done');
  await expect(panel).toContainText('image/png');
  expect(await bucket.head('three.bin')).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'no-cache',
    'x-cos-meta-author': '%E8%9C%9C%E8%9C%82',
  });
  expect(await bucket.tags('three.bin')).toEqual({ team: 'hornets' });
  expect((await bucket.read('three.bin')).toString()).toBe('three.bin');

  await page.keyboard.press('Escape');
  await row(page, 'box').click();
  await row(page, 'three.bin').click({ modifiers: ['ControlOrMeta'] });
  await row(page, 'box').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Edit details' }).click();
  const many = page.getByRole('dialog', { name: 'Edit details of 2 items' });
  await many.getByRole('combobox', { name: 'Storage class' }).selectOption('STANDARD_IA');
  await many.getByRole('button', { name: 'Add tag' }).click();
  await many.getByRole('textbox', { name: 'Tag 1', exact: true }).fill('season');
  await many.getByRole('textbox', { name: 'Value of tag 1' }).fill('winter');
  await many.getByRole('checkbox', { name: /may be lost/ }).check();
  await shot(page, 'edit-many');
  await many.getByRole('button', { name: 'Save' }).click();
  await expectStatus(page, '2 items', 'Done');
  await shot(page, 'edit-done');
  for (const key of ['box/one.bin', 'box/deep/two.bin', 'three.bin']) {
    expect(await bucket.head(key)).toMatchObject({
      'x-cos-storage-class': 'STANDARD_IA',
      'content-type': key === 'three.bin' ? 'image/png' : 'text/plain',
    });
    expect(await bucket.tags(key)).toEqual({ team: key === 'three.bin' ? 'hornets' : 'bees', season: 'winter' });
  }
  expect((await bucket.head('witness.bin'))['x-cos-storage-class']).toBeUndefined();
});

test('an archived object is marked, restored from its preview, and read when it is there', async ({
  page,
  app,
  bucket,
  guard,
}) => {
  guard.tolerateFailedRequests();
  await bucket.becomes({ restoreSeconds: 3600 });
  await bucket.write('cold.txt', 'frozen words', { StorageClass: 'ARCHIVE' });
  await app.open();
  await expect(page.getByRole('row', { name: /^cold\.txt.*archived/ })).toBeVisible();
  await row(page, 'cold.txt').press('Enter');
  const panel = page.getByLabel('Preview of cold.txt');
  await expect(panel).toContainText('This object is archived');
  await shot(page, 'archived');
  // A download says so too, and has the button that mends it.
  await panel.getByRole('button', { name: 'Download', exact: true }).click();
  await expectStatus(page, 'cold.txt', 'Failed');
  await page.getByRole('button', { name: 'Restore cold.txt from archive' }).click();
  await page.getByRole('dialog', { name: 'Restore cold.txt' }).getByRole('button', { name: 'Cancel' }).click();
  await panel.getByRole('button', { name: 'Restore from archive' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore cold.txt' });
  await dialog.getByRole('textbox', { name: /days/ }).fill('0');
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(dialog.getByText('A whole number from 1 to 365.')).toBeVisible();
  await dialog.getByRole('textbox', { name: /days/ }).fill('2');
  await dialog.getByRole('radio', { name: /Expedited/ }).check();
  await shot(page, 'restore');
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expectStatus(page, 'cold.txt', 'Done');
  await expect(panel).toContainText('It is being restored.');
  expect((await bucket.head('cold.txt'))['x-cos-restore']).toBe('ongoing-request="true"');
  await bucket.becomes({ restoreSeconds: 0 });
});

test('versions are looked at, made current again and deleted', async ({ page, app, bucket }) => {
  await bucket.keepVersions();
  await bucket.write('plan.txt', 'first plan', { ContentType: 'text/plain' });
  await bucket.write('plan.txt', 'second plan', { ContentType: 'text/plain' });
  await bucket.write('plan.txt.bak', 'another object');
  await app.open();
  const panel = await openDetails(page, 'plan.txt');
  await panel.getByRole('tab', { name: 'Versions' }).click();
  const list = panel.getByRole('list', { name: 'Versions of plan.txt' }).getByRole('listitem');
  await expect(list).toHaveCount(2);
  await expect(list.first()).toContainText('latest');
  await shot(page, 'versions');
  await list
    .nth(1)
    .getByRole('button', { name: /^Preview/ })
    .click();
  await expect(panel).toContainText('This is the version of');
  await expect(panel).toContainText('first plan');
  await shot(page, 'version-preview');
  await panel.getByRole('button', { name: 'Back to the latest' }).click();
  await expect(panel).toContainText('second plan');

  await panel.getByRole('tab', { name: 'Versions' }).click();
  const download = page.waitForEvent('download');
  await list
    .nth(1)
    .getByRole('button', { name: /^Download/ })
    .click();
  expect(await readFile(await (await download).path(), 'utf8')).toBe('first plan');

  await list
    .nth(1)
    .getByRole('button', { name: /current/ })
    .click();
  await expect(list).toHaveCount(3);
  expect(await bucket.versions('plan.txt')).toEqual(['first plan', 'second plan', 'first plan', 'another object']);
  await list
    .nth(1)
    .getByRole('button', { name: /^Delete/ })
    .click();
  const sure = page.getByRole('alertdialog', { name: 'Delete this version for good?' });
  await shot(page, 'version-delete');
  // The panel becomes a sheet and a panel again; the question stays, and so does the keyboard in it.
  for (const width of [800, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(sure).toBeVisible();
    await expect.poll(() => sure.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  }
  await sure.getByRole('button', { name: 'Delete' }).click();
  await expect(list).toHaveCount(2);
  expect(await bucket.versions('plan.txt')).toEqual(['first plan', 'first plan', 'another object']);
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
});

test('a folder is counted to the last object, and a list is taken away as a table', async ({ page, app, bucket }) => {
  await bucket.seed({ pattern: 'album/####/IMG.jpg', count: 2500, sizesBytes: [1000] });
  await bucket.write('album/cold.txt', 'x'.repeat(500), { StorageClass: 'ARCHIVE' });
  await bucket.put('=1+1.txt', 'x');
  await bucket.put('照,"片".txt', 'y');
  await app.open();
  await row(page, 'album').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Details', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Contents of album' });
  await expect(dialog.getByText('Everything below is counted.')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^Standard \(STANDARD\)/ })).toContainText('2,500');
  await expect(dialog.getByRole('row', { name: /^Archive \(ARCHIVE\)/ })).toContainText('500 bytes');
  await expect(dialog.getByRole('row', { name: /^Images/ })).toContainText('2.5 MB');
  await expect(dialog).toContainText('2,501');
  await shot(page, 'summary');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Clear selection' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export this list as CSV' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^Test \d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await saved.path(), 'utf8');
  expect(text.startsWith('\uFEFF"key","type","bytes"')).toBe(true);
  expect(text).toContain(`"'=1+1.txt","object","1"`);
  expect(text).toContain('"照,""片"".txt","object","1"');
  expect(text.trim().split('\r\n')).toHaveLength(4);
});

test('a bucket that hands everything out as a download is looked at all the same', async ({ page, app, bucket }) => {
  await bucket.becomes({ forcesDownload: true });
  await bucket.put('page.txt', 'plain words');
  await app.open();
  await row(page, 'page.txt').press('Enter');
  await expect(page.getByLabel('Preview of page.txt')).toContainText('plain words');
  expect((await bucket.head('page.txt'))['x-cos-force-download']).toBe('true');
});
