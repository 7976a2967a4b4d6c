import { axeViolations } from './fixtures/axeViolations.ts';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile } from './fixtures/makeFile.ts';
import { brokenEndpoints } from './fixtures/TestEndpoint.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('a folder with objects, a selection and a finished transfer', async ({ page, app, bucket }, testInfo) => {
      await bucket.put('folder/x.txt');
      await bucket.put('a.txt');
      await app.open();
      await chooseFiles(page, 'Upload files', makeFile(testInfo, 'new.txt', 10).path);
      await expectStatus(page, 'new.txt', 'Done');
      await row(page, 'a.txt').click();
      expect(await axeViolations(page)).toEqual([]);
    });

    test('the share dialog', async ({ page, app, bucket }) => {
      await bucket.put('a.txt');
      await app.open();
      await row(page, 'a.txt').click();
      await page.getByRole('button', { name: 'Share link' }).first().click();
      await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Link' })).toHaveValue(/^http/);
      expect(await axeViolations(page)).toEqual([]);
    });

    test('failures by cause, an unfinished upload, and the history', async ({ page, app, bucket, guard }, testInfo) => {
      guard.tolerateFailedRequests();
      const effect = { type: 'error', status: 403, code: 'AccessDenied', message: 'Refused.' } as const;
      bucket.plantFaults(
        { operation: 'PostObject', times: Infinity, effect },
        { operation: 'PutObject', keyContains: 'no', times: Infinity, effect },
      );
      await bucket.beginUpload('left.bin', 70_000);
      await app.open();
      const names = ['no-1.txt', 'no-2.txt', 'yes.txt'];
      await chooseFiles(
        page,
        'Upload files',
        names.map((name) => makeFile(testInfo, name, 10).path),
      );
      await expect(page.getByRole('listitem', { name: '2 files: Not allowed' })).toBeVisible();
      await expect(page.getByRole('listitem', { name: /^left\.bin/ })).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'History' }).click();
      await page.getByRole('button', { name: 'Details of yes.txt' }).click();
      expect(await axeViolations(page)).toEqual([]);
    });

    test('the question before a delete', async ({ page, app, bucket }) => {
      await bucket.put('a.txt');
      await app.open();
      await row(page, 'a.txt').click();
      await page.getByRole('button', { name: 'Delete' }).first().click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
    });

    test('an empty folder', async ({ page, app }) => {
      await app.open();
      await expect(page.getByRole('main').getByText(/drop/i).first()).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
    });

    test('an error', async ({ page, app, endpoint, guard }) => {
      guard.tolerateFailedRequests();
      endpoint.breakWith(brokenEndpoints.html);
      await app.open();
      await expect(page.getByRole('main').getByRole('button', { name: 'Retry' }).first()).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
    });
  });
}

test('dark and light differ, and follow the system', async ({ page, app }) => {
  const corner = async (): Promise<string> =>
    (await page.screenshot({ clip: { x: 2, y: 2, width: 1, height: 1 } })).toString('base64');
  await page.emulateMedia({ colorScheme: 'light' });
  await app.open();
  await expect(page.getByRole('button', { name: 'Upload files' }).first()).toBeVisible();
  const light = await corner();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(corner).not.toBe(light);
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('a Chinese browser gets Chinese', async ({ page, app, bucket }) => {
    await bucket.put('a.txt');
    await app.open();
    await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
    await expect(page.getByRole('button', { name: /上传/ }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Upload files' })).toHaveCount(0);
    expect(await axeViolations(page)).toEqual([]);
  });
});

test('at 390 px nothing is cut off while files go up', async ({ page, app, bucket, guard }, testInfo) => {
  guard.tolerateFailedRequests();
  await page.setViewportSize({ width: 390, height: 844 });
  bucket.plantFaults({ operation: 'UploadPart', nth: 2, times: null, effect: { type: 'hang' } });
  await bucket.put('a rather long name that has to be shortened somewhere in the middle.txt');
  await app.open();
  const paths = [makeFile(testInfo, 'short.txt', 10).path, makeFile(testInfo, 'film.mp4', 40_000_000).path];
  await chooseFiles(page, 'Upload files', paths);
  await expectStatus(page, 'short.txt', 'Done');
  const cutOff = await page.evaluate(() =>
    [...document.querySelectorAll('button, input, [role=row], [role=listitem], [role=progressbar]')]
      .map((element) => ({ box: element.getBoundingClientRect(), name: element.ariaLabel ?? element.textContent }))
      .filter(({ box }) => box.width > 1 && (box.right > innerWidth + 1 || box.left < -1))
      .map(({ name }) => name),
  );
  expect(cutOff).toEqual([]);
});

test('at 400 % zoom the list keeps its room beside the dock', async ({ page, app, bucket }, testInfo) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await bucket.put('a.txt');
  await app.open();
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'b.txt', 10).path);
  await expectStatus(page, 'b.txt', 'Done');
  const box = await page.getByRole('grid', { name: 'Files' }).boundingBox();
  expect(box?.height).toBeGreaterThan(100);
  await row(page, 'a.txt').getByRole('checkbox').click();
  await expect(row(page, 'a.txt')).toBeInViewport();
});

test('the row that was tapped stays in sight when the strip and the dock take room', async ({ page, app, bucket }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  for (let index = 0; index < 30; index += 1) await bucket.put(`n${String(index).padStart(2, '0')}.txt`);
  await app.open();
  await row(page, 'n00.txt').waitFor();
  const grid = await page.getByRole('grid', { name: 'Files' }).boundingBox();
  if (!grid) throw new Error('There is no list.');
  await page.mouse.click(grid.x + 150, grid.y + grid.height - 20);
  const chosen = page.locator('[role=row][aria-selected=true]');
  await expect(page.getByRole('button', { name: 'Share link' })).toBeVisible();
  await expect(chosen).toBeInViewport({ ratio: 0.9 });
});
