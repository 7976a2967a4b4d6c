import { expect, row, test } from './fixtures.ts';
for (const [size, width] of [['wide', 1440], ['narrow', 390]] as const) for (const scheme of ['light', 'dark'] as const)
test(`shots ${size} ${scheme}`, async ({ page, app, bucket }) => {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: scheme });
  await bucket.put('报告 final+v2.txt', 'for you');
  await app.open();
  await row(page, '报告 final+v2.txt').click();
  await page.keyboard.press('.');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/^http/);
  await dialog.getByText('Show it in the browser').click();
  await dialog.getByRole('button', { name: 'More options' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/inline/);
  await page.screenshot({ path: `/tmp/shots/links6/share-${size}-${scheme}.png` });
  if (size === 'wide') {
    await dialog.getByRole('button', { name: 'Copy as' }).click();
    await page.waitForTimeout(300);
    await page.screenshot({ path: `/tmp/shots/links6/copyas-${size}-${scheme}.png` });
  }
});
