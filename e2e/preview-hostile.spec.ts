import { hostileFiles } from './fixtures/hostileFiles.ts';
import type { PageGuard } from './fixtures/PageGuard.ts';
import { expect, row, test } from './fixtures.ts';

/** To keep a trace, Playwright asks the page for the bytes of blob: URLs whose image broke; the policy refuses that. */
function tolerateTracing(guard: PageGuard): void {
  guard.tolerate(/^Connecting to 'blob:/, /^policy violation: connect-src blob/);
}

// The fixtures fail on any violation of the content security policy and on any error, besides what is looked for here.
test('no object runs, whatever it is and however it is looked at', async ({ page, app, bucket, guard }) => {
  tolerateTracing(guard);
  test.setTimeout(120_000);
  for (const { name, body, contentType } of hostileFiles) await bucket.put(`in/${name}`, body, contentType);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const strangers: string[] = [];
  const known = new Set([app.origin, ...bucket.origins]);
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !known.has(new URL(request.url()).origin)) strangers.push(request.url());
  });
  page.on('popup', (popup) => strangers.push(popup.url()));
  await app.open({ prefix: 'in/' });
  await page.evaluate(() =>
    addEventListener('message', ({ data }) => data === 'hacked' && Reflect.set(window, 'hacked', 2)),
  );

  await row(page, 'bidi.txt').press('Enter');
  const panel = page.getByLabel(/^Preview of/);
  for (const [index, { name, shows }] of hostileFiles.entries()) {
    await test.step(name, async () => {
      await expect(panel.getByText(`${index + 1} of ${hostileFiles.length}`)).toBeVisible();
      await expect(panel.getByRole('tabpanel')).toHaveText(shows, { timeout: 10_000 });
      const source = panel.getByRole('button', { name: 'Source' });
      if ((await source.count()) > 0) await source.click();
      await panel.getByRole('tab', { name: 'Details' }).click();
      await expect(panel.getByText(`in/${name}`)).toBeVisible();
      await panel.getByRole('tab', { name: 'Preview' }).click();
      await expect(panel.locator('iframe, object, embed, script')).toHaveCount(0);
      if (index + 1 < hostileFiles.length) await panel.getByRole('button', { name: 'Next' }).click();
    });
  }
  expect(await page.evaluate(() => [Reflect.get(window, 'hacked'), Reflect.get({}, 'hacked')])).toEqual([
    undefined,
    undefined,
  ]);
  expect(await page.title()).not.toContain('hacked');
  expect(dialogs).toEqual([]);
  expect(strangers).toEqual([]);
});

test('a drawing’s pixels are shown, never its document', async ({ page, app, bucket, context }) => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><script>alert(1)</script><rect width="40" height="40"/></svg>';
  await bucket.put('script.svg', svg, 'image/svg+xml');
  await app.open();
  await row(page, 'script.svg').press('Enter');
  const image = page.getByRole('img', { name: 'script.svg' });
  await expect(image).toBeVisible();
  const opened = await context.newPage();
  await opened.goto((await image.getAttribute('src')) ?? '');
  expect(await opened.evaluate(() => document.contentType)).toBe('image/png');
});
