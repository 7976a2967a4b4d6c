import { expect, test } from 'vitest';
import { planDeployment } from './planDeployment.ts';

const PATHS = [
  '.vite/manifest.json',
  'index.html',
  'config.json',
  'icon.svg',
  'manifest.webmanifest',
  'assets/b-2.js',
  'assets/a-1.css',
  'assets/pdf.worker-3.mjs',
  'assets/crc-4.wasm',
];

test('what the page names is there before the page, and settings before it as well', () => {
  expect(planDeployment(PATHS, 'app/').map(({ key }) => key)).toEqual([
    'app/assets/a-1.css',
    'app/assets/b-2.js',
    'app/assets/crc-4.wasm',
    'app/assets/pdf.worker-3.mjs',
    'app/icon.svg',
    'app/manifest.webmanifest',
    'app/config.json',
    'app/index.html',
  ]);
});

test.each([
  ['index.html', 'text/html; charset=utf-8', 'no-cache'],
  ['config.json', 'application/json; charset=utf-8', 'no-cache'],
  ['icon.svg', 'image/svg+xml; charset=utf-8', 'no-cache'],
  ['manifest.webmanifest', 'application/manifest+json; charset=utf-8', 'no-cache'],
  ['assets/a-1.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['assets/b-2.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['assets/pdf.worker-3.mjs', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['assets/crc-4.wasm', 'application/wasm', 'public, max-age=31536000, immutable'],
])('%s is %s, %s', (path, contentType, cacheControl) => {
  expect(planDeployment([path], '')).toEqual([{ path, key: path, contentType, cacheControl }]);
});
