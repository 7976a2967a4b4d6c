import { createCredentialsEndpoint } from '../credentials-endpoint.ts';
import { emulatorIssuer } from '../credentials/emulatorIssuer.ts';
import { signedInBefore } from '../credentials/signedInBefore.ts';
import { fileManagerCors } from '../emulator/defaultCors.ts';
import { chooseFiles } from '../fixtures/chooseFiles.ts';
import { makeFile } from '../fixtures/makeFile.ts';
import { expect, expectStatus, row, test } from '../fixtures.ts';
import { appConfig } from '../setup/appConfig.ts';
import { appFolder } from '../setup/appFolder.ts';
import { isInstalled, startReadmeServer } from './readmeServer.ts';

const ANNA = { username: 'anna', password: 'busy bees' };

test.use({ ignoreHTTPSErrors: true, httpCredentials: ANNA });

/** The README's guides, followed to the letter; left out where the server is not installed. */
for (const [name, port] of [
  ['nginx', 8443],
  ['caddy', 8444],
] as const) {
  test(`behind ${name}, set up as the README says, the app works and every header is there`, async ({
    bucket,
    guard,
    page,
    playwright,
    world,
  }, testInfo) => {
    test.skip(!isInstalled(name), `${name} is not installed here`);
    const { emulator, appServer } = world;
    const origin = `https://localhost:${port}`;
    await emulator.control.setCors(bucket.name, fileManagerCors([origin]));
    appServer.setEndpoint(
      createCredentialsEndpoint({
        bucket: bucket.name,
        region: bucket.region,
        allowedOrigins: [origin],
        authenticate: signedInBefore({ anna: { prefix: '', mayUpload: true, mayDelete: true } }, 'x-signed-in'),
        issuer: emulatorIssuer(emulator),
      }),
    );
    const stop = await startReadmeServer({
      name,
      folder: testInfo.outputPath('server'),
      build: appFolder,
      config: appConfig({ bucket: bucket.name, region: bucket.region, hosts: bucket.origins }),
      port,
      endpointPort: Number(new URL(appServer.origin).port),
      user: ANNA,
    });
    try {
      await bucket.put('photos/a.txt', 'a');
      await page.goto(`${origin}/`);
      await expect(row(page, 'photos')).toBeVisible();
      const file = makeFile(testInfo, 'up.bin', 3_000_000);
      await chooseFiles(page, 'Upload files', file.path);
      await expectStatus(page, 'up.bin', 'Done');
      expect(await bucket.sha256('up.bin')).toBe(file.sha256);

      // Whoever is not signed in may look at the page, as a receiver of a link must, and gets no keys, whatever they say.
      const stranger = await playwright.request.newContext({
        ignoreHTTPSErrors: true,
        httpCredentials: { ...ANNA, origin: 'https://elsewhere.example' },
      });
      expect((await stranger.get(`${origin}/`)).status()).toBe(200);
      const keys = await stranger.post(`${origin}/credentials`, {
        headers: { origin, 'content-type': 'application/json', 'x-beeline': '1', 'x-signed-in': 'anna' },
        data: { bucket: bucket.name, region: bucket.region, prefix: '', purpose: 'browse' },
      });
      expect(keys.status()).toBe(401);
      await stranger.dispose();

      expect(guard.unexpected()).toEqual([]);
      guard.tolerateFailedRequests();
      await page.goto(`${origin}/#/doctor`);
      await expect(page.getByRole('heading', { name: 'The security headers are there' })).toBeVisible();

      const script = await page.evaluate(() => document.querySelector('script[src]')?.getAttribute('src') ?? '');
      const cacheOf = async (path: string) =>
        (await page.request.get(new URL(path, `${origin}/`).href)).headers()['cache-control'];
      expect(await cacheOf(script)).toContain('immutable');
      expect((await page.request.get(new URL(script, `${origin}/`).href)).headers()['content-encoding']).toMatch(
        /gzip|zstd/,
      );
      expect(await cacheOf('config.json')).toBe('no-cache');
      expect(await cacheOf('')).toBe('no-cache');
    } finally {
      await stop();
    }
  });
}
