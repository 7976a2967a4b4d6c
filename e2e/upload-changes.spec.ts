import { readFileSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { makeFile } from './fixtures/makeFile.ts';
import { expect, expectStatus, test } from './fixtures.ts';

async function chooseFolder(page: Page, folder: string) {
  await page.getByRole('button', { name: 'More ways to upload' }).click();
  await page.getByRole('menuitem', { name: 'Upload only what changed' }).click();
  const dialog = page.getByRole('dialog', { name: 'Upload only what changed' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a folder' }).click();
  await (await chooser).setFiles(folder);
  return dialog;
}

test('only what is new or changed is sent, after the plan was seen', async ({ page, app, bucket }, testInfo) => {
  const same = makeFile(testInfo, 'album/same.bin', 5000);
  const changed = makeFile(testInfo, 'album/deep/changed.bin', 5000);
  const fresh = makeFile(testInfo, 'album/new.bin', 300);
  await bucket.put('in/album/same.bin', readFileSync(same.path));
  await bucket.put('in/album/deep/changed.bin', Buffer.alloc(5000));
  await bucket.put('in/album/extra.bin', 'only here');
  await app.open({ prefix: 'in/' });
  const dialog = await chooseFolder(page, dirname(same.path));
  await expect(dialog.getByText('2 files would be sent')).toBeVisible();
  await expect(dialog.getByRole('option', { name: 'album/new.bin' })).toBeVisible();
  await dialog.getByRole('button', { name: /^Changed/ }).click();
  await expect(dialog.getByRole('option', { name: 'album/deep/changed.bin' })).toContainText('by checksum');
  await dialog.getByRole('button', { name: /^Only in the bucket/ }).click();
  await expect(dialog.getByRole('option', { name: 'album/extra.bin' })).toBeVisible();
  expect(bucket.requests().filter(({ method }) => method === 'PUT' || method === 'POST')).toEqual([]);

  await dialog.getByRole('button', { name: 'Upload 2 files' }).click();
  await expectStatus(page, 'new.bin', 'Done');
  await expectStatus(page, 'changed.bin', 'Done');
  expect(await bucket.sha256('in/album/deep/changed.bin')).toBe(changed.sha256);
  expect(await bucket.sha256('in/album/new.bin')).toBe(fresh.sha256);
  expect((await bucket.keys()).toSorted()).toEqual(
    ['deep/changed.bin', 'extra.bin', 'new.bin', 'same.bin'].map((name) => `in/album/${name}`),
  );
  expect(bucket.requests('PutObject').concat(bucket.requests('PostObject'))).toHaveLength(2);
});

test('a bucket that hides its checksums is judged by size and time, and says so', async ({
  page,
  app,
  bucket,
}, testInfo) => {
  const file = makeFile(testInfo, 'album/a.bin', 100);
  utimesSync(file.path, new Date(), new Date(Date.now() - 60_000));
  await bucket.put('album/a.bin', readFileSync(file.path));
  await bucket.hideHeaders('x-cos-hash-crc64ecma');
  await app.open();
  const dialog = await chooseFolder(page, dirname(file.path));
  await expect(dialog.getByText('The bucket has everything already.')).toBeVisible();
  await expect(dialog.getByText('1 file was judged by size and time only')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^Upload/ })).toHaveCount(0);
});
