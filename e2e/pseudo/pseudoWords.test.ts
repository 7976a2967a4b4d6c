import { expect, test } from 'vitest';
import { en } from '#text/en.ts';
import { late } from '#text/en/late.ts';
import { pseudoWords } from './pseudoWords.ts';

test('sentences are bracketed and accented, and what they are given stays as it is', () => {
  const words = pseudoWords({
    title: 'Nothing here',
    of: (name: string, size: string) => `Upload of ${name}, ${size}`,
    within: { many: (count: number) => `${count} items` },
    foreign: 'Move to \u2068notes\u2069 now',
  });
  expect(words.title).toBe('⟦Ñóöthíïñg héëréë⟧');
  expect(words.of('notes.txt', '12 kB')).toBe('⟦ÚÜpļłóöáåd óöf notes.txt, 12 kB⟧');
  expect(words.within.many(3)).toBe('⟦3 íïtéëmš⟧');
  expect(words.foreign).toBe('⟦Móövéë tóö \u2068notes\u2069 ñóöw⟧');
});

test('a sentence becomes about 40 % longer', () => {
  const sentences = Object.values({ ...en, ...late }).filter((each) => typeof each === 'string' && each.length > 20);
  const growth = Object.values(pseudoWords(sentences)).join('').length / sentences.join('').length;
  expect(sentences.length).toBeGreaterThan(100);
  expect(growth).toBeGreaterThan(1.35);
  expect(growth).toBeLessThan(1.5);
});

test('where the page runs from right to left, so does each sentence', () => {
  globalThis.pseudoDirection = 'rtl';
  try {
    expect(pseudoWords('Done')).toBe('\u202E⟦Dóöñéë⟧\u202C');
  } finally {
    globalThis.pseudoDirection = undefined;
  }
});
