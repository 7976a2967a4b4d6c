import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile, MiB } from './fixtures/makeFile.ts';
import { expect, expectStatus, row, test, transfer } from './fixtures.ts';

test('what is typed or pasted leads there; another bucket is named, and not asked', async ({
  page,
  app,
  bucket,
  guard,
}) => {
  for (const key of ['photos/2026/bee.jpg', 'photos/2026/wasp.jpg', 'readme.txt']) await bucket.put(key);
  await app.open();
  await expect(row(page, 'readme.txt')).toBeVisible();
  const go = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+l');
    const box = page.getByRole('combobox', { name: 'Command, path or address' });
    await expect(box).toBeFocused();
    await box.fill(text);
    await box.press('Enter');
  };

  await go('photos/2026');
  await expect(row(page, 'bee.jpg')).toBeVisible();
  await expect(page).toHaveURL(/p=photos%2F2026%2F/);
  await go('/');
  await expect(row(page, 'readme.txt')).toBeVisible();

  // A link that somebody signed: the object is found, the signature is neither used nor kept.
  await go(`${bucket.origins[1]}/photos/2026/wasp.jpg?q-sign-algorithm=sha1&q-ak=AKIDx&q-signature=abc`);
  await expect(row(page, 'wasp.jpg')).toBeFocused();
  expect(page.url()).not.toContain('q-ak');
  await page.goBack();
  await expect(row(page, 'readme.txt')).toBeVisible();

  const asked = bucket.requests().length;
  await go('cos://somebody-else-1250000001/secret.txt');
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  await expect(dialog.getByText(/somebody-else-1250000001.* is not one of the connections/)).toBeVisible();
  expect(bucket.requests()).toHaveLength(asked);
  expect(guard.unexpected()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // Favourites and recent places outlive the page.
  await go('cos://' + bucket.name + '/photos/');
  await page.getByRole('button', { name: 'Add to favourites' }).click();
  await expect(page.getByRole('button', { name: 'Remove from favourites' })).toBeVisible();
  await go('/');
  await expect(row(page, 'readme.txt')).toBeVisible();
  await page.reload();
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('button', { name: 'Go to' }).click();
  const places = dialog.getByRole('group', { name: 'Places' }).getByRole('option');
  await expect(places.first()).toHaveText('Test / photos');
  await expect(places.nth(1)).toHaveText('Test / photos / 2026');
  await page.keyboard.type('test photos');
  await expect(places).toHaveCount(2);
  await expect(places.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(row(page, '2026')).toBeFocused();
});

test('every command is found by its name, says why it is off, and shows a transfer where it is', async ({
  page,
  app,
  bucket,
}, testInfo) => {
  for (const key of ['a.txt', 'b.txt']) await bucket.put(key);
  bucket.plantFaults({ operation: 'UploadPart', times: null, effect: { type: 'delay', milliseconds: 60_000 } });
  await app.open();
  await row(page, 'a.txt').click();
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'slow.bin', 20 * MiB).path);
  await expectStatus(page, 'slow.bin', 'Uploading');
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  const chosen = dialog.getByRole('option', { selected: true });
  const type = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    const box = dialog.getByRole('combobox');
    await expect(box).toBeFocused();
    // What no key has comes whole, as an input method hands it over.
    if (/^[ -~]*$/.test(words)) await box.pressSequentially(words);
    else await box.fill(words);
    const id = await chosen.getAttribute('id');
    await expect(box).toHaveAttribute('aria-activedescendant', id ?? 'none');
  };

  await type('resume all');
  await expect(chosen).toHaveText(/Resume all.*Nothing is paused/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('Nothing is paused');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Upload files' })).toBeFocused();

  await type('slow');
  await expect(chosen).toHaveText(/slow\.bin.*Uploading/);
  await page.keyboard.press('Enter');
  await expect(transfer(page, 'slow.bin')).toBeFocused();

  await type('dele');
  await expect(dialog.getByRole('group', { name: /^Selected: .*a\.txt/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toContainText('a.txt');
  await page.keyboard.press('Escape');

  await type('b.t');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Search' })).toHaveValue('b.t');
  await expect(row(page, 'a.txt')).toBeHidden();
  await type('简体');
  await expect(chosen).toHaveText(/简体中文/);
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});
