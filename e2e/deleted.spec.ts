import { axeViolations } from './fixtures/axeViolations.ts';
import { shot } from './fixtures/shot.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

test('what was deleted is shown, found, brought back and deleted for good, where the bucket keeps versions', async ({
  page,
  app,
  bucket,
}) => {
  await bucket.keepVersions();
  for (const key of ['plan.txt', 'notes.txt', 'photo.jpg', 'kept.txt', 'trip/1.txt', 'trip/2.txt', 'stays/a.txt']) {
    await bucket.put(key);
  }
  await bucket.write('plan.txt', 'the second plan');
  for (const key of ['plan.txt', 'notes.txt', 'photo.jpg', 'trip/1.txt', 'trip/2.txt']) await bucket.remove(key);
  await app.open();
  await expect(row(page, 'kept.txt')).toBeVisible();
  await page.getByRole('button', { name: 'Show deleted' }).click();
  await expect(page).toHaveURL(/[?&]deleted=1/);
  const deleted = page.getByRole('region', { name: 'Deleted objects' });
  await expect(deleted).toBeFocused();
  await expect(page.getByRole('status')).toHaveText('4 deleted items');
  const items = deleted.getByRole('listitem');
  await expect(items).toHaveCount(4);
  await expect(items.nth(0)).toHaveAccessibleName('trip, deleted, deleted folder');
  await expect(items.nth(3)).toHaveAccessibleName(/^plan\.txt, deleted, 15 bytes, deleted /);
  await expect(deleted.getByText('4 deleted items')).toBeVisible();
  await shot(page, 'deleted');

  // A reload is where one was.
  await page.reload();
  await expect(items).toHaveCount(4);
  await page.getByRole('textbox', { name: 'Search' }).fill('PLAN');
  await expect(items).toHaveCount(1);
  await expect(deleted.getByText('1 of 4 match')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search' }).fill('');

  await deleted.getByRole('button', { name: 'Restore plan.txt' }).click();
  await expectStatus(page, 'plan.txt', 'Done');
  await expect(items).toHaveCount(3);
  expect((await bucket.read('plan.txt')).toString()).toBe('the second plan');

  // A whole folder, and an object with it.
  await deleted.getByRole('checkbox', { name: 'Select trip' }).check();
  await deleted.getByRole('checkbox', { name: 'Select notes.txt' }).check();
  await expect(deleted.getByText('2 selected')).toBeVisible();
  await shot(page, 'deleted-selected');
  expect(await axeViolations(page)).toEqual([]);
  await deleted.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(items).toHaveCount(1);
  expect(await bucket.keys()).toEqual(['kept.txt', 'notes.txt', 'plan.txt', 'stays/a.txt', 'trip/1.txt', 'trip/2.txt']);

  await deleted.getByRole('button', { name: 'Delete photo.jpg for good' }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete photo.jpg for good?' });
  await shot(page, 'deleted-purge');
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(deleted.getByText('Nothing was deleted here')).toBeVisible();
  expect(await bucket.versions('photo.jpg')).toEqual([]);
  expect(await bucket.versions('plan.txt')).toHaveLength(2);

  // The list has what came back, without being asked again.
  await deleted.getByRole('button', { name: 'Back to files' }).click();
  for (const name of ['plan.txt', 'notes.txt', 'trip']) await expect(row(page, name)).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Files' }).locator(':focus')).toHaveCount(1);
  await expect(page).not.toHaveURL(/deleted=1/);
});

test('deleted objects of all subfolders; a folder that is gone is opened like any other', async ({
  page,
  app,
  bucket,
}) => {
  await bucket.keepVersions();
  for (const key of ['gone/deep/1.txt', 'gone/2.txt', 'there/3.txt', 'there/4.txt']) await bucket.put(key);
  for (const key of ['gone/deep/1.txt', 'gone/2.txt', 'there/3.txt']) await bucket.remove(key);
  await page.goto(`${app.origin}/?deleted=1`);
  const deleted = page.getByRole('region', { name: 'Deleted objects' });
  const items = deleted.getByRole('listitem');
  await expect(items).toHaveCount(1);
  await deleted.getByRole('link', { name: 'gone' }).click();
  await expect(items).toHaveCount(2);
  await page.goBack();
  await expect(items).toHaveCount(1);
  await page.getByRole('button', { name: 'Search all subfolders' }).click();
  await expect(items).toHaveCount(3);
  await expect(items.first()).toHaveAccessibleName(/^gone\/2\.txt, deleted/);
  await deleted.getByRole('checkbox', { name: 'Select all deleted items' }).check();
  await deleted.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(deleted.getByText('Nothing was deleted here')).toBeVisible();
  expect(await bucket.keys()).toEqual(['gone/2.txt', 'gone/deep/1.txt', 'there/3.txt', 'there/4.txt']);
});

test('a bucket that keeps no versions says so, and offers nothing', async ({ page, app, bucket }) => {
  await bucket.put('a.txt');
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();
  const button = page.getByRole('button', { name: 'Show deleted' });
  await button.focus();
  await expect(button).toBeDisabled();
  await expect(button).toHaveAttribute('title', /keeps no versions/);
});

test('while deleted objects are shown, no key and no command acts on what is there', async ({ page, app, bucket }) => {
  await bucket.keepVersions();
  await bucket.put('there.txt');
  await bucket.put('gone.txt');
  await bucket.remove('gone.txt');
  await app.open();
  await row(page, 'there.txt').click();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('show deleted');
  await page.keyboard.press('Enter');
  const deleted = page.getByRole('region', { name: 'Deleted objects' });
  await expect(deleted.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('delete');
  await expect(page.getByRole('option', { name: /^Delete/ }).first()).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  expect(await bucket.keys()).toEqual(['there.txt']);
});
