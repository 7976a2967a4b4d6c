import { expect, test } from 'vitest';
import type { Collected } from './Collected.ts';
import { namePastedImages } from './namePastedImages.ts';

const now = new Date(2026, 10, 27, 5, 4, 9).getTime();

function file(name: string, lastModified: number): Collected {
  const picture = new File(['bytes'], name, { type: 'image/png', lastModified });
  return { type: 'file', file: picture, relativePath: name };
}

function nameFor(when: string): string {
  return `Pasted image ${when}`;
}

async function* pasted(): AsyncGenerator<Collected> {
  yield file('image.png', now);
  yield file('image.png', now - 86_400_000);
  yield file('photo.png', now);
  yield { type: 'unreadable', relativePath: 'image.png' };
}

test('a picture without a name gets a dated one; whatever has a name keeps it', async () => {
  const found: Collected[] = [];
  for await (const item of namePastedImages(pasted(), nameFor, () => now)) found.push(item);
  expect(found.map(({ relativePath }) => relativePath)).toEqual([
    'Pasted image 2026-11-27 05.04.09.png',
    'image.png',
    'photo.png',
    'image.png',
  ]);
  const [first] = found;
  expect(first?.type === 'file' && [first.file.name, first.file.type, first.file.size]).toEqual([
    'Pasted image 2026-11-27 05.04.09.png',
    'image/png',
    5,
  ]);
});
