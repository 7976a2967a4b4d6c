import { expect, test } from 'vitest';
import { parseLinkDraft, type LinkDraft } from './parseLinkDraft.ts';

const draft: LinkDraft = {
  disposition: 'attachment',
  fileName: '',
  contentType: '',
  limit: '',
  origin: 'https://a.example',
};

test.each([
  ['nothing typed', {}, { disposition: 'attachment', fileName: 'own.txt', origin: 'https://a.example' }],
  ['a name', { fileName: ' b "c".txt ' }, { fileName: 'b "c".txt' }],
  [
    'a type with a character set',
    { contentType: 'text/plain; charset=utf-8' },
    { contentType: 'text/plain; charset=utf-8' },
  ],
  ['a limit', { limit: '1,5' }, { trafficLimit: 12_000_000 }],
])('%s', (_what, change, wish) => {
  expect(parseLinkDraft({ ...draft, ...change }, 'own.txt')).toMatchObject({ wish });
});

test.each([
  ['a word is no type', { contentType: 'image' }, { contentType: true, limit: false }],
  ['a line end in a type', { contentType: 'text/plain\nX: y' }, { contentType: true, limit: false }],
  ['a limit below what COS can', { limit: '0.01' }, { contentType: false, limit: true }],
])('%s', (_what, change, problems) => {
  expect(parseLinkDraft({ ...draft, ...change }, 'own.txt')).toEqual({ problems });
});
