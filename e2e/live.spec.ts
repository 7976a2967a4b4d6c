import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createCredentialsEndpoint } from './credentials-endpoint.ts';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile, MiB } from './fixtures/makeFile.ts';
import { sha256 } from './fixtures/TestBucket.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';
import { cleanUp } from './live/cleanUp.ts';
import { liveTarget, NO_LIVE_TARGET } from './live/LiveTarget.ts';
import { appConfig } from './setup/appConfig.ts';
import { appFolder } from './setup/appFolder.ts';
import { serveApp } from './setup/serveApp.ts';

const target = liveTarget(process.env);
/** The bucket's CORS rule must name this page, so its port is always the same. */
const PORT = Number(process.env['COS_LIVE_PORT'] ?? 4173);

test('a real bucket: check the set-up, upload in parts, read back, delete', async ({ page }, testInfo) => {
  test.skip(target === undefined, NO_LIVE_TARGET);
  if (target === undefined) return;
  const { bucket, region, hosts, vendor } = target;
  const prefix = `beeline-live/${randomUUID()}/`;
  const app = await serveApp({ folder: appFolder, port: PORT });
  try {
    app.setConfig(appConfig({ bucket, region, prefix, label: 'Live', hosts }));
    app.setEndpoint(
      createCredentialsEndpoint({
        bucket,
        region,
        allowedOrigins: [app.origin],
        authenticate: async () => ({ id: 'live', prefix, mayUpload: true, mayDelete: true }),
        issuer: target.issuer,
      }),
    );
    await page.goto(`${app.origin}/#/doctor`);
    await expect(page.getByRole('heading', { name: 'Everything is in order' })).toBeVisible({ timeout: 60_000 });
    await page.getByRole('link', { name: 'Back to the files' }).click();
    const file = makeFile(testInfo, 'large 照片.bin', 20 * MiB);
    await chooseFiles(page, 'Upload files', file.path);
    await expectStatus(page, 'large 照片.bin', 'Done', 90_000);
    const { Body } = await vendor.getObject({ Bucket: bucket, Region: region, Key: `${prefix}large 照片.bin` });
    expect(sha256(Body)).toBe(file.sha256);
    const saving = page.waitForEvent('download');
    await row(page, 'large 照片.bin').click();
    await page.getByRole('button', { name: 'Download' }).first().click();
    expect(sha256(readFileSync(await (await saving).path()))).toBe(file.sha256);
    await page.getByRole('button', { name: 'Delete' }).first().click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await expect(row(page, 'large 照片.bin')).toHaveCount(0);
  } finally {
    await cleanUp(target, prefix);
    await app.close();
  }
});
