import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile, MiB } from './fixtures/makeFile.ts';
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
    try {
      document.body.innerHTML = '<img src="x">';
    } catch {
      // Trusted Types refuse it.
    }
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = 'https://elsewhere.example/a.css';
    document.head.append(sheet);
    document.body.setAttribute('style', 'color: red');
    await fetch('https://elsewhere.example/').catch(() => undefined);
    setTimeout(() => {
      throw new Error('planted');
    });
  });
  await expect.poll(() => guard.unexpected().join('\n')).toContain('uncaught: Error: planted');
  const said = guard.unexpected().join('\n');
  for (const directive of ['style-src-elem', 'style-src-attr', 'connect-src', 'require-trusted-types-for']) {
    expect(said).toContain(`policy violation: ${directive}`);
  }
  guard.tolerate(/./);
});

test('a worker is bound by the policy of its own file', async ({ app, bucket, guard, page, world }, testInfo) => {
  guard.tolerateFailedRequests();
  guard.tolerate(/Content Security Policy|policy violation: connect-src/);
  await bucket.put('a.txt');
  await app.open();
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'up.bin', 3 * MiB).path);
  await expectStatus(page, 'up.bin', 'Done');
  const [worker] = page.workers();
  if (worker === undefined) throw new Error('Nothing was hashed in a worker.');
  world.emulator.control.clearJournal();
  const ask = (url: string) =>
    worker.evaluate((target) => fetch(target, { mode: 'no-cors' }).then(() => 'sent', String), url);
  expect(await ask(`${bucket.origins[0]}/here`)).toBe('sent');
  const elsewhere = `http://other-1250000000.cos.ap-guangzhou.localhost:${world.emulator.port}/there`;
  expect(await ask(elsewhere)).toContain('Failed to fetch');
  const hosts = new Set(world.emulator.control.journal().map(({ host }) => host.split('.')[0]));
  expect([...hosts]).toEqual([bucket.name]);
});

test('no page shows the app inside itself', async ({ app, bucket, guard, page, world }) => {
  guard.tolerate(/frame-ancestors|Refused to display|X-Frame-Options|chrome-error/i);
  await bucket.put('a.txt');
  const site = { name: 'around-1250000000', region: 'ap-guangzhou' };
  const { emulator } = world;
  await emulator.control.createBucket({ ...site, acl: 'public-read', website: { indexDocument: 'index.html' } });
  const around = Buffer.from(`<!doctype html><iframe src="${app.origin}/"></iframe>`);
  await emulator.control.putObject(site.name, 'index.html', around, { contentType: 'text/html' });
  emulator.control.clearJournal();
  await page.goto(`http://${site.name}.cos-website.${site.region}.localhost:${emulator.port}/`);
  await expect.poll(() => page.frames().map((frame) => frame.url())).toContain('chrome-error://chromewebdata/');
  expect(bucket.requests()).toEqual([]);
});
