import { createCredentialsEndpoint } from './credentials-endpoint.ts';
import { emulatorIssuer } from './credentials/emulatorIssuer.ts';
import { deployTo } from './deploy/deployTo.ts';
import { fileManagerCors } from './emulator/defaultCors.ts';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile } from './fixtures/makeFile.ts';
import { vendorClient } from './fixtures/vendorClient.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';
import { appConfig } from './setup/appConfig.ts';
import { appFolder } from './setup/appFolder.ts';

const SITE = { name: 'site-1250000000', region: 'ap-guangzhou' };

/**
 * As a COS static website serves it: deployed by our own command, in a folder of the site, without one header of ours.
 */
test('from a folder of a static website, without headers: it works, keeps to its hosts, and refuses a frame', async ({
  app,
  bucket,
  guard,
  page,
  world,
}, testInfo) => {
  const { emulator, appServer } = world;
  const origin = `http://${SITE.name}.cos-website.${SITE.region}.localhost:${emulator.port}`;
  await emulator.control.createBucket({ ...SITE, acl: 'public-read', website: { indexDocument: 'index.html' } });
  await emulator.control.setCors(bucket.name, fileManagerCors([origin]));
  appServer.setEndpoint(
    createCredentialsEndpoint({
      bucket: bucket.name,
      region: bucket.region,
      allowedOrigins: [origin],
      authenticate: async () => ({ id: 'tester', prefix: '', mayUpload: true, mayDelete: true }),
      issuer: emulatorIssuer(emulator),
    }),
  );
  const { endpoint, connections } = appConfig({ bucket: bucket.name, region: bucket.region, hosts: bucket.origins });
  const config = { endpoint: { ...endpoint, url: `${app.origin}/credentials` }, connections };
  await deployTo({
    cos: vendorClient(emulator),
    bucket: SITE.name,
    region: SITE.region,
    prefix: 'tools/app/',
    folder: appFolder,
    config: JSON.stringify(config),
    say: () => undefined,
  });

  await bucket.put('photos/a.txt', 'a');
  await page.goto(`${origin}/tools/app/`);
  await row(page, 'photos').getByRole('link', { name: 'photos' }).click();
  await expect(row(page, 'a.txt')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/tools/app/');
  const file = makeFile(testInfo, 'up.bin', 300_000);
  await chooseFiles(page, 'Upload files', file.path);
  await expectStatus(page, 'up.bin', 'Done');
  expect(await bucket.sha256('photos/up.bin')).toBe(file.sha256);
  await page.reload();
  await expect(row(page, 'up.bin')).toBeVisible();
  expect(guard.unexpected()).toEqual([]);

  // The hosts of config.json and no others, by the page's own policy.
  guard.tolerate(/Content Security Policy|policy violation: connect-src/);
  const elsewhere = `http://other-1250000000.cos.ap-guangzhou.localhost:${emulator.port}/there`;
  expect(await page.evaluate((url) => fetch(url, { mode: 'no-cors' }).then(() => 'sent', String), elsewhere)).toContain(
    'Failed to fetch',
  );
  expect(emulator.control.journal().filter(({ host }) => host.startsWith('other-'))).toEqual([]);

  guard.tolerateFailedRequests();
  await page.goto(`${origin}/tools/app/#/doctor`);
  await expect(page.getByRole('heading', { name: 'The policy is only in the page itself' })).toBeVisible();

  const around = Buffer.from(`<!doctype html><iframe src="${origin}/tools/app/"></iframe>`);
  await emulator.control.putObject(SITE.name, 'around.html', around, { contentType: 'text/html' });
  emulator.control.clearJournal();
  await page.goto(`${origin}/around.html`);
  await expect(page.frameLocator('iframe').getByRole('link', { name: 'Open it in a tab of its own' })).toBeVisible();
  expect(bucket.requests()).toEqual([]);
});
