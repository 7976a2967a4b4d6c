import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile } from './fixtures/makeFile.ts';
import { expect, expectStatus, test } from './fixtures.ts';

test('from an empty bucket to a first link: the empty list has the button, then the dock offers the link, once', async ({
  page,
  app,
}, testInfo) => {
  await app.open();
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'report.pdf', 10).path);
  await expectStatus(page, 'report.pdf', 'Done');
  const dock = page.getByRole('region', { name: 'Transfers' });
  await dock.getByRole('button', { name: 'Get a link' }).click();
  const dialog = page.getByRole('dialog', { name: /report\.pdf/ });
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/^http.*report\.pdf/);
  await page.keyboard.press('Escape');
  await expect(dock.getByRole('button', { name: 'Transfers' })).toBeFocused();
  await expect(dock.getByRole('button', { name: 'Share report.pdf' })).toBeVisible();

  // It has been found; the row keeps its own button.
  for (const isReloaded of [false, true]) {
    if (isReloaded) await page.reload();
    await chooseFiles(page, 'Upload files', makeFile(testInfo, `more ${isReloaded}.txt`, 10).path);
    await expectStatus(page, `more ${isReloaded}.txt`, 'Done');
    await expect(dock.getByRole('button', { name: 'Get a link' })).toBeHidden();
  }
});

test('the hint goes for good when it is put away, and the keyboard stays in the dock', async ({
  page,
  app,
}, testInfo) => {
  await app.open();
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'a.txt', 10).path);
  const dock = page.getByRole('region', { name: 'Transfers' });
  await dock.getByRole('button', { name: 'Hide this hint' }).press('Enter');
  await expect(dock.getByRole('button', { name: 'Get a link' })).toBeHidden();
  await expect(dock.getByRole('button', { name: 'Transfers' })).toBeFocused();
  await page.reload();
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'b.txt', 10).path);
  await expectStatus(page, 'b.txt', 'Done');
  await expect(dock.getByRole('button', { name: 'Get a link' })).toBeHidden();
});
