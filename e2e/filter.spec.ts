import type { Locator, Page } from '@playwright/test';
import { expect, row, test } from './fixtures.ts';

const DAY = 24 * 3600 * 1000;

function rows(page: Page): Locator {
  return page
    .getByRole('grid', { name: 'Files' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });
}

/** Opens a filter's menu and chooses; a filter that is on says so behind its name. */
async function choose(page: Page, filter: string, choice: string): Promise<void> {
  const name = new RegExp(`^${filter}(:|$)`);
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
}

test('kind, size and date narrow a folder together with the search; all of it is chosen, deleted, and in the address', async ({
  page,
  app,
  bucket,
  world,
}) => {
  world.emulator.control.moveClock(-40 * DAY);
  await bucket.put('trip/bee-old.jpg', 'x'.repeat(3000));
  world.emulator.control.moveClock(0);
  await bucket.put('trip/bee-1.jpg', 'x'.repeat(3000));
  await bucket.put('trip/bee-2.PNG', 'x'.repeat(10));
  await bucket.put('trip/wasp.jpg', 'x'.repeat(2_000_000));
  await bucket.put('trip/bee.pdf');
  await bucket.put('trip/bee/inside.jpg');
  await app.open({ prefix: 'trip/' });
  await expect(rows(page)).toHaveCount(6);

  await choose(page, 'Type', 'Images');
  await expect(page.getByText('4 of 6 match', { exact: false })).toBeVisible();
  await expect(row(page, 'bee.pdf')).toBeHidden();
  await page.getByRole('textbox', { name: 'Search' }).fill('BEE');
  await expect(rows(page)).toHaveCount(3);
  await choose(page, 'Modified', 'Last 30 days');
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByRole('status')).toHaveText('2 of 6 match');

  // A size nobody offers: both ends typed, one wrong first.
  await choose(page, 'Size', 'Custom…');
  const dialog = page.getByRole('dialog', { name: 'Filter by size' });
  await dialog.getByRole('textbox', { name: 'At least, MB' }).fill('0.001 MB');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/^A size is a number/)).toBeVisible();
  await expect(page.getByRole('status')).toHaveText(/^A size is a number/);
  await dialog.getByRole('textbox', { name: 'At least, MB' }).fill('0.001');
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/kind=image/);
  await expect(page).toHaveURL(/size=1000-/);
  await expect(page).toHaveURL(/q=BEE/);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Modified: Last 30 days' })).toBeVisible();

  // What is chosen is what is shown, and nothing behind it.
  await row(page, 'bee-1.jpg').focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('1 of 6 selected', { exact: false })).toBeVisible();
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  expect(await bucket.keys()).toEqual([
    'trip/bee-2.PNG',
    'trip/bee-old.jpg',
    'trip/bee.pdf',
    'trip/bee/inside.jpg',
    'trip/wasp.jpg',
  ]);
  await page.getByRole('main').getByRole('button', { name: 'Clear search' }).click();
  await expect(row(page, 'wasp.jpg')).toBeFocused();
  await page.getByRole('button', { name: 'Clear filter: Size' }).click();
  await expect(page.getByRole('button', { name: 'Size', exact: true }).first()).toBeFocused();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(rows(page)).toHaveCount(5);
  await expect(page).not.toHaveURL(/kind|size|date/);

  // Subfolders too; and every order is a menu away, where no column heads are.
  await page.setViewportSize({ width: 390, height: 844 });
  await choose(page, 'Type', 'Images');
  await page.getByRole('button', { name: 'Search all subfolders' }).click();
  await expect(row(page, 'bee/inside.jpg')).toBeVisible();
  await page.getByRole('button', { name: 'Sort' }).click();
  await page.getByRole('menuitem', { name: 'Type' }).click();
  await expect(rows(page).first()).toHaveAccessibleName(/^bee-old\.jpg/);
  await page.getByRole('button', { name: 'Sort' }).click();
  await page.getByRole('menuitem', { name: 'Descending' }).click();
  await expect(rows(page).first()).toHaveAccessibleName(/^bee-2\.PNG/);
  await expect(page).toHaveURL(/sort=kind&dir=desc/);
});
