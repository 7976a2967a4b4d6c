import { expect, test } from 'vitest';
import { pluralize } from './pluralize.ts';

const files = { one: '# file', other: '# files' };

test('English has one and many, Chinese has one form, and the number is written as the language writes it', () => {
  const [en, zh] = [pluralize('en'), pluralize('zh-CN')];
  expect([0, 1, 2, 1234].map((count) => en(count, files))).toEqual(['0 files', '1 file', '2 files', '1,234 files']);
  expect([1, 12_345].map((count) => zh(count, { other: '# 个文件' }))).toEqual(['1 个文件', '12,345 个文件']);
});

test('a language with more forms falls back to the general one, never to a wrong number', () => {
  expect([1, 3, 5].map((count) => pluralize('pl')(count, files))).toEqual(['1 file', '3 files', '5 files']);
});
