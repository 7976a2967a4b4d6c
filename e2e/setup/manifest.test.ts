import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './projectRoot.ts';

interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose: string;
}

const file = (name: string): Buffer => readFileSync(join(projectRoot, 'public', name));
const { icons } = JSON.parse(file('manifest.webmanifest').toString()) as { readonly icons: readonly Icon[] };

test('the app can be installed: the pictures a browser asks for are there', () => {
  const told = icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`);
  expect(told).toEqual(expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']));
});

test.each(icons.filter(({ type }) => type === 'image/png'))('$src is a PNG of $sizes', ({ src, sizes }) => {
  // PNG, ISO 15948, 5.2 and 11.2.2: the signature, and width and height in the first chunk.
  const png = file(src);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
});
