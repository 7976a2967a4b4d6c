import { expect, test } from 'vitest';
import { judgeOffered } from './judgeOffered.ts';

const GB = 1_000_000_000;
const terms = { maxBytes: 5 * GB, contentType: '', prefix: 'in/x/' };
const file = { name: 'a.png', size: 5, type: 'image/png' };

test.each<[string, Partial<typeof terms>, Partial<typeof file>, string, string | undefined]>([
  ['anything', {}, {}, 'a.png', undefined],
  ['an empty file', {}, { size: 0 }, 'a.png', undefined],
  ['exactly the limit', { maxBytes: 5 }, {}, 'a.png', undefined],
  ['one byte more', { maxBytes: 4 }, {}, 'a.png', 'tooLarge'],
  ['as much as a form holds', {}, { size: 5 * GB }, 'a.png', undefined],
  ['more than a form holds, whatever the limit', { maxBytes: 4 }, { size: 5 * GB + 1 }, 'a.png', 'tooLargeForForm'],
  ['the type that is wanted', { contentType: 'image/' }, {}, 'a.png', undefined],
  ['the type by its name', { contentType: 'image/' }, { type: '' }, 'a.png', undefined],
  ['another type', { contentType: 'video/' }, {}, 'a.png', 'wrongType'],
  ['a folder', {}, {}, 'deep/er/a.png', undefined],
  ['a way out', {}, {}, '../a.png', 'cannotCarry'],
  ['a template of forms', {}, {}, '${filename}', 'cannotCarry'],
  ['a line end', {}, {}, 'a\r\n.png', 'cannotCarry'],
  ['too long a path', {}, {}, `${'x'.repeat(850)}.png`, 'cannotCarry'],
])('%s', (_what, wanted, offered, path, why) => {
  expect(judgeOffered({ ...terms, ...wanted }, { ...file, ...offered }, path)?.why).toBe(why);
});
