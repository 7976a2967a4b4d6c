import type { Page } from '@playwright/test';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile, MiB } from './fixtures/makeFile.ts';
import { expect, expectStatus, test, transfer } from './fixtures.ts';

async function openOptions(page: Page) {
  await page.getByRole('button', { name: 'More ways to upload' }).click();
  await page.getByRole('menuitem', { name: 'Upload options' }).click();
  return page.getByRole('dialog', { name: 'Upload options' });
}

test('storage class, metadata and a speed limit go with small and large files, and hold over a reload', async ({
  page,
  app,
  bucket,
}, testInfo) => {
  const small = makeFile(testInfo, 'small.bin', 1000);
  const large = makeFile(testInfo, 'large.bin', 17 * MiB);
  await app.open();
  const dialog = await openOptions(page);
  await dialog.getByLabel('Limit for each file').fill('200');
  await dialog.getByRole('button', { name: 'Add metadata' }).click();
  await dialog.getByRole('textbox', { name: 'Name 1' }).fill('my_name');
  await dialog.getByRole('textbox', { name: 'Value 1' }).fill('蜂 bee');
  await dialog.getByRole('button', { name: 'Use for uploads' }).click();
  await expect(dialog.getByText('COS can limit between')).toBeVisible();
  await expect(dialog.getByText('letters, digits and hyphens')).toBeVisible();
  await dialog.getByLabel('Storage class').selectOption('STANDARD_IA');
  await dialog.getByLabel('Limit for each file').fill('20');
  await dialog.getByRole('textbox', { name: 'Name 1' }).fill('author');
  await dialog.getByRole('button', { name: 'Use for uploads' }).click();
  await expect(dialog).toBeHidden();

  await page.reload();
  await chooseFiles(page, 'Upload files', [small.path, large.path]);
  await expectStatus(page, 'small.bin', 'Done');
  await expectStatus(page, 'large.bin', 'Done');
  await expect(transfer(page, 'large.bin')).toContainText('STANDARD_IA');
  await expect(transfer(page, 'large.bin')).toContainText('author: 蜂 bee');
  for (const { sha256, name } of [
    { ...small, name: 'small.bin' },
    { ...large, name: 'large.bin' },
  ]) {
    const head = await bucket.head(name);
    expect(head['x-cos-storage-class']).toBe('STANDARD_IA');
    expect(decodeURIComponent(head['x-cos-meta-author'] ?? '')).toBe('蜂 bee');
    expect(await bucket.sha256(name)).toBe(sha256);
  }
});

test('a limit for all uploads is kept by the server', async ({ page, app, bucket }, testInfo) => {
  await app.open();
  const dialog = await openOptions(page);
  await dialog.getByLabel('Limit for all uploads').fill('0.2');
  await dialog.getByRole('button', { name: 'Use for uploads' }).click();
  const startedAt = Date.now();
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'slow.bin', 400_000).path);
  await expectStatus(page, 'slow.bin', 'Done');
  // 400 kB at 200 kB/s; the first piece is not held back.
  expect(Date.now() - startedAt).toBeGreaterThan(1200);
  expect(await bucket.keys()).toEqual(['slow.bin']);
});
