import { expect, row, test } from './fixtures.ts';

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
    await page.keyboard.press('Control+k');
    const box = page.getByRole('dialog', { name: 'Go to' }).getByRole('textbox', { name: 'Path or address' });
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
  const dialog = page.getByRole('dialog', { name: 'Go to' });
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
  await expect(dialog.getByRole('region', { name: 'Recent places' }).getByRole('button')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(
    dialog.getByRole('region', { name: 'Favourites' }).getByRole('button', { name: /photos/ }),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(page, '2026')).toBeFocused();
});
