import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CosEmulator } from '../emulator/EmulatorOptions.ts';
import { startCosEmulator } from '../emulator/startCosEmulator.ts';
import { OWNER, vendorClient } from '../fixtures/vendorClient.ts';
import { loopbackFetch } from '../setup/loopbackFetch.ts';
import { deployTo } from './deployTo.ts';

const SITE = { name: 'site-1250000000', region: 'ap-guangzhou' };
let emulator: CosEmulator;
let folder: string;
beforeEach(async () => {
  emulator = await startCosEmulator({
    buckets: [{ ...SITE, acl: 'public-read', website: { indexDocument: 'index.html' } }],
    accounts: [OWNER],
  });
  folder = mkdtempSync(join(tmpdir(), 'beeline-deploy-'));
  for (const path of ['assets', '.vite']) mkdirSync(join(folder, path));
  for (const [path, text] of [
    ['index.html', '<!doctype html>1'],
    ['config.json', '{"of":"the build"}'],
    ['assets/a-1.js', 'a'],
    ['assets/b-2.css', 'b'],
    ['.vite/manifest.json', '{}'],
  ] as const) {
    writeFileSync(join(folder, path), text);
  }
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await emulator.close();
});

const deploy = (config = '{"of":"the deployment"}') =>
  deployTo({
    cos: vendorClient(emulator),
    bucket: SITE.name,
    region: SITE.region,
    prefix: 'app/',
    folder,
    config,
    say: () => undefined,
  });
const puts = () =>
  emulator.control
    .journal()
    .filter(({ operation }) => operation === 'PutObject')
    .map(({ key }) => key);

const visit = (path: string) =>
  loopbackFetch(`http://${SITE.name}.cos-website.${SITE.region}.localhost:${emulator.port}/app/${path}`);

test('the website serves what was deployed: types, caching, its own settings; the page came last', async () => {
  expect(await deploy()).toEqual({ uploaded: 4, unchanged: 0 });
  expect(puts().slice(-2)).toEqual(['app/config.json', 'app/index.html']);
  const page = await visit('');
  expect([await page.text(), page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
    '<!doctype html>1',
    'text/html; charset=utf-8',
    'no-cache',
  ]);
  expect((await visit('assets/a-1.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(await (await visit('config.json')).json()).toEqual({ of: 'the deployment' });
  expect((await visit('.vite/manifest.json')).status).toBe(404);
});

test('a second time only what changed goes up, and nothing is deleted', async () => {
  await deploy();
  emulator.control.clearJournal();
  rmSync(join(folder, 'assets/a-1.js'));
  writeFileSync(join(folder, 'assets/a-9.js'), 'A');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>2');
  expect(await deploy()).toEqual({ uploaded: 2, unchanged: 2 });
  expect(puts()).toEqual(['app/assets/a-9.js', 'app/index.html']);
  expect(await emulator.control.listKeys(SITE.name)).toContain('app/assets/a-1.js');
});

test('what does not arrive stops everything before the page changes', async () => {
  emulator.control.plantFaults([
    {
      operation: 'PutObject',
      keyContains: 'b-2.css',
      times: null,
      effect: { type: 'error', status: 403, code: 'AccessDenied' },
    },
  ]);
  await expect(deploy()).rejects.toMatchObject({ code: 'AccessDenied' });
  expect(puts()).not.toContain('app/index.html');
});

test('a folder without a build is refused', async () => {
  rmSync(join(folder, 'index.html'));
  await expect(deploy()).rejects.toThrow(/index.html is missing/);
});
