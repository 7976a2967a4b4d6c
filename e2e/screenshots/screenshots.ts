import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { createCredentialsEndpoint } from '../credentials-endpoint.ts';
import { emulatorIssuer } from '../credentials/emulatorIssuer.ts';
import { fileManagerCors } from '../emulator/defaultCors.ts';
import { startCosEmulator } from '../emulator/startCosEmulator.ts';
import { OWNER, vendorClient } from '../fixtures/vendorClient.ts';
import { appConfig } from '../setup/appConfig.ts';
import { obtainBrowser } from '../setup/browser.mjs';
import { buildIfStale } from '../setup/buildIfStale.ts';
import { localCaller } from '../setup/localCaller.ts';
import { projectRoot } from '../setup/projectRoot.ts';
import { gallery } from '../setup/sampleObjects/gallery.ts';
import { sampleObjects } from '../setup/sampleObjects/sampleObjects.ts';
import { serveApp } from '../setup/serveApp.ts';
import { browseStates } from './browseStates.ts';
import { doctorStates } from './doctorStates.ts';
import type { PictureStates, PictureWorld } from './PictureWorld.ts';
import { previewStates } from './previewStates.ts';
import { transferStates } from './transferStates.ts';

/**
 * `npm run screenshots`: the main states of the real app at two widths, light and dark, into `.beeline/screenshots`;
 * and the README's picture, `.github/screenshot.png`. `npm run screenshots -- history` takes those of one state.
 */
const BUCKET = { name: 'beeline-1250000000', region: 'ap-guangzhou' };
const PLACE = { Bucket: BUCKET.name, Region: BUCKET.region };
/** Names of states; none means all. */
const wanted = process.argv.slice(2);
const folder = join(projectRoot, '.beeline/screenshots');
const scratch = mkdtempSync(join(tmpdir(), 'beeline-files-'));
if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
mkdirSync(join(projectRoot, '.github'), { recursive: true });

const app = await serveApp({ folder: await buildIfStale(console.log), port: 0 });
const emulator = await startCosEmulator({
  buckets: [{ ...BUCKET, cors: fileManagerCors([app.origin]) }],
  accounts: [OWNER],
});
const owner = vendorClient(emulator);
const samples = [...sampleObjects(), ...gallery()];
for (const { key, body, contentType } of samples) {
  await emulator.control.putObject(BUCKET.name, key, body, { contentType });
}
const config = appConfig({
  bucket: BUCKET.name,
  region: BUCKET.region,
  label: 'Local bucket',
  hosts: emulator.bucketOrigins(BUCKET.name),
});
app.setConfig(config);
/** The reference endpoint, with keys that lack some actions. */
const endpointWithout = (...denied: readonly string[]) =>
  createCredentialsEndpoint({
    bucket: BUCKET.name,
    region: BUCKET.region,
    allowedOrigins: [app.origin],
    authenticate: localCaller(),
    issuer: ({ policy, durationSeconds }) => {
      const statement = policy.statement.map((each) => ({
        ...each,
        action: each.action.filter((name) => !denied.includes(name)),
      }));
      return emulatorIssuer(emulator)({ policy: { ...policy, statement }, durationSeconds });
    },
    requestsPerMinute: 10_000,
  });
const endpoint = endpointWithout();
app.setEndpoint(endpoint);

const world: PictureWorld = { app, emulator, bucket: BUCKET, owner, config, endpoint, endpointWithout, file };
const states: PictureStates = {
  ...browseStates(world),
  ...transferStates(world),
  ...previewStates(world),
  ...doctorStates(world),
};

const browser = await chromium.launch({
  executablePath: await obtainBrowser(console.log),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    for (const [name, bring] of Object.entries(states)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      await picture(name, bring, { colorScheme, width });
    }
  }
}
await browser.close();
await Promise.all([app.close(), emulator.close()]);
rmSync(scratch, { recursive: true });
console.log(`Pictures are in ${folder}`);

async function picture(
  name: string,
  bring: (page: Page) => Promise<void>,
  { colorScheme, width }: { colorScheme: 'light' | 'dark'; width: number },
): Promise<void> {
  const page = await browser.newPage({
    colorScheme,
    locale: 'en-US',
    viewport: { width, height: width > 1000 ? 900 : 844 },
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(10_000);
  try {
    await bring(page);
  } catch (error) {
    console.log(`${name} ${width} ${colorScheme}: ${error instanceof Error ? error.message.split('\n')[0] : 'failed'}`);
  }
  await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
  if (name === 'transfers' && width === 1440 && colorScheme === 'light') {
    await page.screenshot({ path: join(projectRoot, '.github/screenshot.png') });
  }
  await page.close();
  emulator.control.clearFaults();
  for (const key of await emulator.control.listKeys(BUCKET.name)) {
    if (!samples.some((sample) => sample.key === key)) await owner.deleteObject({ ...PLACE, Key: key });
  }
}

function file(name: string, bytes: number): string {
  const path = join(scratch, name);
  writeFileSync(path, Buffer.alloc(bytes, 7));
  return path;
}
