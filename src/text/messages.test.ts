import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { en as firstEnglish } from './en.ts';
import { late as lateEnglish } from './en/late.ts';
import { connections as enConnections } from './en/connections.ts';
import { deleting as enDeleting } from './en/deleting.ts';
import { failureGroups as enFailureGroups } from './en/failureGroups.ts';
import { filters as enFilters } from './en/filters.ts';
import { moving as enMoving } from './en/moving.ts';
import { palette as enPalette } from './en/palette.ts';
import { settings as enSettings } from './en/settings.ts';
import { zh as firstChinese } from './zh.ts';
import { late as lateChinese } from './zh/late.ts';
import { linkLists as enLinkLists } from './en/linkLists.ts';
import { requestFiles as enRequestFiles } from './en/requestFiles.ts';
import { sharePage as enSharePage } from './en/sharePage.ts';
import { sharePages as enSharePages } from './en/sharePages.ts';
import { sharing as enSharing } from './en/sharing.ts';
import { uploadChanges as enUploadChanges } from './en/uploadChanges.ts';
import { uploadLink as enUploadLink } from './en/uploadLink.ts';
import { uploadRequest as enUploadRequest } from './en/uploadRequest.ts';
import { connections as zhConnections } from './zh/connections.ts';
import { deleting as zhDeleting } from './zh/deleting.ts';
import { failureGroups as zhFailureGroups } from './zh/failureGroups.ts';
import { filters as zhFilters } from './zh/filters.ts';
import { moving as zhMoving } from './zh/moving.ts';
import { palette as zhPalette } from './zh/palette.ts';
import { linkLists as zhLinkLists } from './zh/linkLists.ts';
import { requestFiles as zhRequestFiles } from './zh/requestFiles.ts';
import { sharePage as zhSharePage } from './zh/sharePage.ts';
import { sharePages as zhSharePages } from './zh/sharePages.ts';
import { settings as zhSettings } from './zh/settings.ts';
import { sharing as zhSharing } from './zh/sharing.ts';
import { uploadChanges as zhUploadChanges } from './zh/uploadChanges.ts';
import { uploadLink as zhUploadLink } from './zh/uploadLink.ts';
import { uploadRequest as zhUploadRequest } from './zh/uploadRequest.ts';

const en = { ...firstEnglish, ...lateEnglish };
const zh = { ...firstChinese, ...lateChinese };

const src = fileURLToPath(new URL('..', import.meta.url));
const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => !file.startsWith(join(src, 'text')))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

test.each(Object.keys(en))('%s is used by a screen', (key) => {
  expect(sources).toMatch(new RegExp(`\\bt\\.${key}\\b`));
});

test('both languages say the same things', () => {
  expect(Object.keys(zh).toSorted()).toEqual(Object.keys(en).toSorted());
});

test('nothing was left untranslated', () => {
  const same = Object.entries(en).filter(
    ([key, message]) => typeof message === 'string' && zh[key as keyof typeof zh] === message,
  );
  expect(same.map(([key]) => key)).toEqual([]);
});

test('a sentence comes with the first rows or after them, not both', () => {
  expect(Object.keys(firstEnglish).filter((key) => Object.hasOwn(lateEnglish, key))).toEqual([]);
});

/** Words that load with the part that needs them; see `useTopic`. */
const TOPICS: Readonly<Record<string, Readonly<Record<'en' | 'zh', Readonly<Record<string, unknown>>>>>> = {
  connections: { en: enConnections, zh: zhConnections },
  filters: { en: enFilters, zh: zhFilters },
  failureGroups: { en: enFailureGroups, zh: zhFailureGroups },
  requestFiles: { en: enRequestFiles, zh: zhRequestFiles },
  uploadRequest: { en: enUploadRequest, zh: zhUploadRequest },
  sharePage: { en: enSharePage, zh: zhSharePage },
  sharePages: { en: enSharePages, zh: zhSharePages },
  sharing: { en: enSharing, zh: zhSharing },
  uploadLink: { en: enUploadLink, zh: zhUploadLink },
  linkLists: { en: enLinkLists, zh: zhLinkLists },
  uploadChanges: { en: enUploadChanges, zh: zhUploadChanges },
  deleting: { en: enDeleting, zh: zhDeleting },
  moving: { en: enMoving, zh: zhMoving },
  settings: { en: enSettings, zh: zhSettings },
  palette: { en: enPalette, zh: zhPalette },
};

test.each(Object.entries(TOPICS))(
  'the topic %s says the same things in both languages, all of them used',
  (_name, topic) => {
    expect(Object.keys(topic.zh).toSorted()).toEqual(Object.keys(topic.en).toSorted());
    for (const key of Object.keys(topic.en)) expect(sources).toMatch(new RegExp(`\\bwords\\.${key}\\b`));
    const same = Object.entries(topic.en).filter(([key, message]) => topic.zh[key] === message);
    expect(same).toEqual([]);
  },
);
