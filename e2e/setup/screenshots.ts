import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright';
import { createCredentialsEndpoint } from '../credentials-endpoint.ts';
import { emulatorIssuer } from '../credentials/emulatorIssuer.ts';
import { fileManagerCors } from '../emulator/defaultCors.ts';
import type { Fault } from '../emulator/EmulatorOptions.ts';
import { startCosEmulator } from '../emulator/startCosEmulator.ts';
import { holdOver, pickUp } from '../fixtures/heldDrag.ts';
import { OWNER, vendorClient } from '../fixtures/vendorClient.ts';
import { withoutFilePicker } from '../fixtures/withoutFilePicker.ts';
import { appConfig } from './appConfig.ts';
import { obtainBrowser } from './browser.mjs';
import { buildIfStale } from './buildIfStale.ts';
import { doctorStates } from './doctorStates.ts';
import { localCaller } from './localCaller.ts';
import { projectRoot } from './projectRoot.ts';
import { gallery } from './sampleObjects/gallery.ts';
import { sampleObjects } from './sampleObjects/sampleObjects.ts';
import { serveApp } from './serveApp.ts';

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

/** Every small file then has a request of its own with its name in the address, where a fault finds it. */
const NO_FORMS: Fault = {
  operation: 'PostObject',
  times: null,
  effect: { type: 'error', status: 403, code: 'AccessDenied', message: 'Access Denied.' },
};

/** Each brings a fresh page into a state worth looking at. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  list: async (page) => {
    await openAt(page);
  },
  grid: async (page) => {
    await openAt(page, 'gallery/', { view: 'grid' });
    await page.locator('[role=row] img').nth(3).waitFor();
  },
  filters: async (page) => {
    await openAt(page, 'gallery/', { kind: 'image', size: '-1000000' });
    await page
      .getByRole('button', { name: /^Modified/ })
      .first()
      .click();
    await page.getByRole('menu').waitFor();
  },
  filtered: async (page) => {
    await page.goto(`${app.origin}/?${new URLSearchParams({ c: 'main', kind: 'video', date: '..2026-01-01' })}`);
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  },
  selection: async (page) => {
    await openAt(page);
    await rowNamed(page, 'README.md').click();
    await rowNamed(page, 'notes.txt').click({ modifiers: ['Control'] });
  },
  transfers: async (page) => {
    await openAt(page, 'documents/');
    await startUploads(page);
  },
  causes: async (page) => {
    await openAt(page, 'documents/');
    await refuseUploads(page);
  },
  history: async (page) => {
    await openAt(page, 'documents/');
    await choose(page, [file('report.pdf', 3e6), file('a long name of a drawing, final version 12.svg', 2e5)]);
    await page.getByRole('region', { name: 'Transfers' }).getByText(/^Done/).nth(1).waitFor();
    await page.getByRole('button', { name: 'History' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Details' }).first().click();
  },
  unfinished: async (page) => {
    await emulatorUploads();
    await openAt(page, 'documents/');
    await page.getByText(/sent/).first().waitFor();
  },
  empty: async (page) => {
    await page.goto(`${app.origin}/?${new URLSearchParams({ c: 'main', p: 'nothing here/' })}`);
    await page.getByText(/drop/i).first().waitFor();
  },
  share: async (page) => {
    await openAt(page);
    await rowNamed(page, 'README.md').click();
    await page.getByRole('button', { name: 'Share link' }).first().click();
    await page.getByRole('button', { name: 'Copy link' }).waitFor();
    await page.getByRole('button', { name: 'QR code' }).click();
    await page.getByRole('img', { name: /QR/ }).waitFor();
  },
  picture: (page) => previewAt(page, 'pictures/', 'sunset.jpg', 'img'),
  drawing: (page) => previewAt(page, 'pictures/', 'bee.svg', 'img'),
  film: (page) => previewAt(page, 'media/', 'flight.webm', 'video'),
  pdf: async (page) => {
    await previewAt(page, 'documents/', 'About Beeline.pdf', 'canvas');
    await page.getByText('Page 1 of').waitFor();
  },
  table: (page) => previewAt(page, 'data/', 'harvest.csv', 'td'),
  tree: (page) => previewAt(page, 'data/', 'hives.json', 'summary'),
  markdown: (page) => previewAt(page, '', 'README.md', 'h3[data-level]'),
  plain: (page) => previewAt(page, '', 'notes.txt', 'pre'),
  details: async (page) => {
    await previewAt(page, 'pictures/', 'sunset.jpg', 'img');
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByText('CRC-64').waitFor();
  },
  keys: async (page) => {
    await openAt(page);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  },
  palette: async (page) => {
    await openAt(page);
    await rowNamed(page, 'README.md').click();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Command, path or address' }).fill('s');
  },
  'folder-menu': async (page) => {
    await openAt(page, 'pictures/');
    const box = await page.getByRole('grid', { name: 'Files' }).boundingBox();
    await page.mouse.click(160, (box?.y ?? 0) + (box?.height ?? 0) - 200, { button: 'right' });
    await page.getByRole('menu').waitFor();
  },
  marquee: async (page) => {
    await openAt(page);
    const first = await page.getByRole('row').nth(2).boundingBox();
    const [x, y] = [(first?.x ?? 0) + (first?.width ?? 0) - 60, (first?.y ?? 0) + 10];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 180, y + 160, { steps: 3 });
    await page.getByText(/selected/).waitFor();
  },
  carry: async (page) => {
    await openAt(page);
    await rowNamed(page, 'README.md').getByRole('checkbox').click();
    await rowNamed(page, 'notes.txt').getByRole('checkbox').click();
    await pickUp(page, rowNamed(page, 'notes.txt').getByText('notes'));
    await holdOver(page, rowNamed(page, 'pictures'));
    await page.getByText('Move to').waitFor();
  },
  'rename-field': async (page) => {
    await openAt(page);
    await rowNamed(page, 'README.md').getByRole('checkbox').click();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'New name' }).fill('notes.txt');
    await page.keyboard.press('Enter');
    await page.getByRole('grid').getByText('This name exists already.').waitFor();
  },
  edit: async (page) => {
    await STATES['details']?.(page);
    await page.getByRole('button', { name: 'Edit details' }).click();
    await page.getByRole('combobox', { name: 'Storage class' }).selectOption('STANDARD_IA');
  },
  restore: async (page) => {
    await emulator.control.putObject(BUCKET.name, 'cold.txt', Buffer.from('ice'), { storageClass: 'ARCHIVE' });
    await page.goto(`${app.origin}/?${new URLSearchParams({ c: 'main', p: '', preview: 'cold.txt' })}`);
    await page.getByRole('button', { name: 'Restore from archive' }).click();
    await page.getByRole('dialog', { name: 'Restore cold.txt' }).waitFor();
  },
  contents: async (page) => {
    await openAt(page);
    await rowNamed(page, 'pictures').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Details', exact: true }).click();
    await page.getByText('Everything below is counted.').first().waitFor();
  },
  delete: async (page) => {
    await openAt(page);
    await rowNamed(page, 'README.md').getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Delete' }).first().click();
    await page.getByRole('alertdialog').waitFor();
  },
  conflict: async (page) => {
    await openAt(page);
    await choose(page, [file('README.md', 20), file('notes.txt', 20)]);
    await page.getByRole('button', { name: 'Keep both' }).waitFor();
  },
  ...doctorStates({ app, emulator, bucket: BUCKET.name, config, endpoint, endpointWithout }),
  error: async (page) => {
    app.setEndpoint(async () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }));
    await page.goto(app.origin);
    await page.getByRole('button', { name: 'Retry' }).waitFor();
    app.setEndpoint(endpoint);
  },
};

const browser = await chromium.launch({
  executablePath: await obtainBrowser(console.log),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    for (const [name, bring] of Object.entries(STATES)) {
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

async function openAt(page: Page, prefix = '', look: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.goto(`${app.origin}/${prefix && `?${new URLSearchParams({ c: 'main', p: prefix, ...look })}`}`);
  await page.getByRole('grid', { name: 'Files' }).getByRole('row').nth(2).waitFor();
  await page.getByRole('group', { name: 'Filters' }).waitFor();
}

async function previewAt(page: Page, prefix: string, name: string, drawn: string): Promise<void> {
  const place = new URLSearchParams({ c: 'main', p: prefix, preview: prefix + name });
  await page.goto(`${app.origin}/?${place}`);
  await page.locator(`[aria-label^="Preview of"] ${drawn}`).first().waitFor();
}

function rowNamed(page: Page, name: string): Locator {
  return page.getByRole('row', { name: new RegExp(`^${name}`) });
}

/** One finished, one refused, one on its way. */
async function startUploads(page: Page): Promise<void> {
  emulator.control.plantFaults([
    { operation: 'UploadPart', nth: 2, times: null, effect: { type: 'throttle', bytesPerSecond: 300_000 } },
    {
      operation: 'PutObject',
      keyContains: 'minutes',
      times: null,
      effect: { type: 'error', status: 403, code: 'AccessDenied', message: 'Access Denied.' },
    },
    NO_FORMS,
  ]);
  await choose(page, [file('report.pdf', 3e6), file('minutes.docx', 2e5), file('film.mp4', 120e6)]);
  const dock = page.getByRole('region', { name: 'Transfers' });
  await dock.getByText(/^Done/).first().waitFor();
  await dock
    .getByText(/^Failed/)
    .first()
    .waitFor();
  await dock
    .getByText(/^Uploading/)
    .first()
    .waitFor();
}

/** Seven that stop for two reasons. */
async function refuseUploads(page: Page): Promise<void> {
  emulator.control.plantFaults([
    NO_FORMS,
    {
      operation: 'PutObject',
      keyContains: 'minutes',
      times: null,
      effect: { type: 'error', status: 403, code: 'AccessDenied', message: 'Access Denied.' },
    },
    {
      operation: 'PutObject',
      keyContains: 'plan',
      times: null,
      effect: { type: 'error', status: 403, code: 'ObjectLocked', message: 'Locked.' },
    },
  ]);
  const names = ['minutes 1.txt', 'minutes 2.txt', 'minutes 3.txt', 'plan A.txt', 'plan B.txt', 'notes.txt'];
  await choose(
    page,
    names.map((name) => file(name, 2e4)),
  );
  await page
    .getByRole('listitem', { name: /^3 files/ })
    .first()
    .waitFor();
}

/** Begun by another program: one today, one long ago. What earlier pictures have left is removed first. */
async function emulatorUploads(): Promise<void> {
  for (const { key, uploadId } of await emulator.control.listUploads(BUCKET.name)) {
    await owner.multipartAbort({ ...PLACE, Key: key, UploadId: uploadId });
  }
  for (const [key, days] of [
    ['documents/film of the year.mp4', 12],
    ['documents/backup-2026.tar', 0],
  ] as const) {
    emulator.control.moveClock(-days * 24 * 3600 * 1000);
    const { UploadId } = await owner.multipartInit({ ...PLACE, Key: key });
    await owner.multipartUpload({ ...PLACE, Key: key, UploadId, PartNumber: 1, Body: Buffer.alloc(3e6) });
    emulator.control.moveClock(0);
  }
}

async function choose(page: Page, paths: readonly string[]): Promise<void> {
  await withoutFilePicker(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload files' }).first().click();
  await (await chooser).setFiles([...paths]);
}

function file(name: string, bytes: number): string {
  const path = join(scratch, name);
  writeFileSync(path, Buffer.alloc(bytes, 7));
  return path;
}
