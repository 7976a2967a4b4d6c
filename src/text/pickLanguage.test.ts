import { expect, test } from 'vitest';
import { pickLanguage } from './pickLanguage.ts';

test.each([
  [['en-GB'], null, 'en'],
  [['zh'], null, 'zh-CN'],
  [['zh-Hant-TW'], null, 'zh-CN'],
  [['de-DE', 'zh-CN', 'en'], null, 'zh-CN'],
  [['de-DE'], null, 'en'],
  [[], undefined, 'en'],
  [['zh-CN'], 'en', 'en'],
  [['en-US'], 'nonsense', 'en'],
  [['enm'], null, 'en'],
])('%j, chosen %j: %s', (preferred, chosen, expected) => {
  expect(pickLanguage(preferred, chosen)).toBe(expected);
});
