import { chooseFiles } from '../fixtures/chooseFiles.ts';
import { makeFile, MiB } from '../fixtures/makeFile.ts';
import { expect, expectStatus, row, test } from '../fixtures.ts';
import { movingParts } from './movingParts.ts';

test('who wants no motion gets none: not while waiting, not in a dialog, not in the dock', async ({
  page,
  app,
  bucket,
}, testInfo) => {
  await bucket.put('a.txt');
  bucket.plantFaults(
    { operation: 'GetBucket', times: 1, effect: { type: 'delay', milliseconds: 3000 } },
    { operation: 'UploadPart', times: null, effect: { type: 'hang' } },
  );
  await app.open();
  // With motion the list that is awaited pulses; else this would prove nothing.
  await expect.poll(() => movingParts(page)).not.toEqual([]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(() => movingParts(page)).toEqual([]);
  await expect(row(page, 'a.txt')).toBeVisible();
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'film.bin', 20 * MiB).path);
  await expectStatus(page, 'film.bin', 'Uploading');
  expect(await movingParts(page)).toEqual([]);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  expect(await movingParts(page)).toEqual([]);
});
