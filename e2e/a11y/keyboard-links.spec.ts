import { fetchLink } from '../fixtures/fetchLink.ts';
import { expect } from '../fixtures.ts';
import { expectOn, test, toFiles } from './fixtures/test.ts';

test('without a mouse: a link is made, copied, and works for somebody else', async ({
  page,
  app,
  bucket,
  keys,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.origin });
  for (const key of ['a.txt', 'b.txt']) await bucket.put(key, `words of ${key}`);
  await app.open();
  await toFiles(page, keys);
  await keys.press('ArrowDown', '.');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/^http/);
  await keys.use(dialog.getByRole('button', { name: 'Copy link' }));
  await expect(page.getByRole('status')).toHaveText(/copied/i);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await dialog.getByRole('textbox', { name: 'Link' }).inputValue());
  expect((await fetchLink(link)).body.toString()).toBe('words of b.txt');
  await keys.use(dialog.getByRole('button', { name: 'QR code' }));
  await expect(dialog.getByRole('img', { name: /QR/ })).toBeVisible();
  await keys.press('Escape');
  await expect(dialog).toBeHidden();
  await expectOn(page, 'b.txt');
});

test('without a mouse: the menu of a row leads to a share page, and its reader needs no mouse either', async ({
  page,
  app,
  bucket,
  keys,
}) => {
  for (const key of ['box/a.txt', 'box/b.txt']) await bucket.put(key, `words of ${key}`);
  await app.open();
  await toFiles(page, keys);
  await keys.press('Shift+F10');
  await expect(page.getByRole('menu', { name: 'More actions for box' })).toBeVisible();
  await keys.press('Escape');
  await expectOn(page, 'box');
  await keys.press('.');
  const dialog = page.getByRole('dialog');
  const asPage = dialog.getByRole('radio', { name: 'A share page' });
  await expect(asPage).toBeVisible();
  await keys.tabTo(dialog.getByRole('radio', { checked: true }).first());
  await keys.press('ArrowRight');
  await expect(asPage).toBeChecked();
  const link = dialog.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/#\/s\/[\w-]+$/);
  const address = await link.inputValue();
  await keys.press('Escape');

  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.getByText(/^Works until/)).toBeVisible();
  await keys.use(page.getByRole('button', { name: /^Preview .*a\.txt/ }));
  await expect(page.getByRole('dialog')).toContainText('words of box/a.txt');
  await keys.press('Escape');
  await expect(page.getByRole('button', { name: /^Preview .*a\.txt/ })).toBeFocused();
});
