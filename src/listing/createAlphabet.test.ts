import { expect, test } from 'vitest';
import { columnsOf } from '#cos/createColumnWriter.ts';
import type { ObjectColumns } from '#cos/ObjectColumns.ts';
import { createAlphabet } from './createAlphabet.ts';
import { middleOf } from './keySpace.ts';

function page(keys: readonly string[]): ObjectColumns {
  const rest = { sizeBytes: 1, lastModified: new Date(0), etag: '', storageClass: 'S' };
  return columnsOf(
    '',
    [],
    keys.map((key) => ({ key, ...rest })),
  );
}

test('numbers that were seen only in part are divided as numbers', () => {
  const alphabet = createAlphabet(undefined);
  alphabet.learn(page(Array.from({ length: 1000 }, (_, n) => `photos-${String(n).padStart(6, '0')}.jpg`)));
  const rest = { low: 'photos-000999.jpg', high: 'photos-\u{10FFFD}' };
  expect(middleOf(rest, alphabet)).toBe('photos-5');
  expect(middleOf(rest, alphabet.anywhere)).toBe('photos-8'); // Half-way between letters that never come there.
});

test('a letter to avoid is not learnt, and beyond the names seen every letter may stand', () => {
  const alphabet = createAlphabet('/');
  alphabet.learn(page(['a/1', 'b/2']));
  const lettersAt = (place: number): string => String.fromCodePoint(...alphabet.lettersAt(place));
  expect([0, 1, 2, 3].map(lettersAt)).toEqual(['ab', '12ab', '12', '12ab']);
});
