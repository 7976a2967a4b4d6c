import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile } from './fixtures/makeFile.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

test('a violation of the policy, an error and an uncaught one would each fail a journey', async ({
  app,
  bucket,
  guard,
  page,
}) => {
  await bucket.put('a.txt');
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();
  expect(guard.unexpected()).toEqual([]);
  await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    document.body.setAttribute('style', 'color: red');
    await fetch('https://elsewhere.example/').catch(() => undefined);
    setTimeout(() => {
      throw new Error('planted');
    });
  });
  await expect.poll(() => guard.unexpected().join('\n')).toContain('uncaught: Error: planted');
  const said = guard.unexpected().join('\n');
  for (const directive of ['script-src-elem', 'style-src-attr', 'connect-src', 'require-trusted-types-for']) {
    expect(said).toContain(`policy violation: ${directive}`);
  }
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  guard.tolerate(/./);
});

test('a worker is bound by the policy of its own file', async ({ app, bucket, guard, page, world }, testInfo) => {
  guard.tolerateFailedRequests();
  guard.tolerate(/Content Security Policy|policy violation: connect-src/);
  await bucket.put('a.txt');
  await app.open();
  const starting = page.waitForEvent('worker');
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'up.bin', 1000).path);
  const worker = await starting;
  await expectStatus(page, 'up.bin', 'Done');
  world.emulator.control.clearJournal();
  const ask = (url: string) =>
    worker.evaluate((target) => fetch(target, { mode: 'no-cors' }).then(() => 'sent', String), url);
  expect(await ask(`${bucket.origins[0]}/here`)).toBe('sent');
  const elsewhere = `http://other-1250000000.cos.ap-guangzhou.localhost:${world.emulator.port}/there`;
  expect(await ask(elsewhere)).toContain('Failed to fetch');
  expect(world.emulator.control.journal().map(({ host }) => host.split('.')[0])).toEqual([bucket.name]);
});

test('no page shows the app inside itself', async ({ app, bucket, guard, page, world }) => {
  guard.tolerate(/frame-ancestors|Refused to display|X-Frame-Options|chrome-error/i);
  await bucket.put('a.txt');
  // Any page that may have frames: this one belongs to the bucket's host.
  await page.route(`${world.emulator.origin}/around`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><iframe src="${app.origin}/"></iframe>` }),
  );
  world.emulator.control.clearJournal();
  await page.goto(`${world.emulator.origin}/around`);
  await expect(page.locator('iframe')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.frameLocator('iframe').getByText('Beeline')).toHaveCount(0);
  expect(bucket.requests()).toEqual([]);
});
