import { expect, test } from 'vitest';
import { parseUploadSettings } from './parseUploadSettings.ts';
import { NO_SETTINGS, type UploadSettingsDraft } from './UploadSettings.ts';

const parse = (draft: Partial<UploadSettingsDraft>) => parseUploadSettings({ ...NO_SETTINGS, ...draft });

test.each<[Partial<UploadSettingsDraft>, unknown]>([
  [{}, {}],
  [{ storageClass: 'ARCHIVE' }, { options: { storageClass: 'ARCHIVE' } }],
  [{ ownLimit: ' 1,5 ' }, { options: { trafficLimit: 12_000_000 } }],
  [{ sharedLimit: '0.1024' }, { sharedLimit: 819_200 }],
  [{ sharedLimit: '104.8576' }, { sharedLimit: 838_860_800 }],
  [
    {
      metadata: [
        { name: ' Author ', value: '蜂' },
        { name: '', value: '' },
      ],
    },
    { options: { metadata: { author: '蜂' } } },
  ],
])('%j is fine', (draft, settings) => {
  expect(parse(draft)).toEqual({ settings });
});

test.each<[Partial<UploadSettingsDraft>, unknown]>([
  [{ ownLimit: '0.1' }, { ownLimit: 'outside' }],
  [{ ownLimit: '105' }, { ownLimit: 'outside' }],
  [{ sharedLimit: 'fast' }, { sharedLimit: 'outside' }],
  [{ sharedLimit: '1e3' }, { sharedLimit: 'outside' }],
  [{ metadata: [{ name: 'my_name', value: 'x' }] }, { metadata: new Map([[0, 'name']]) }],
  [{ metadata: [{ name: '', value: 'x' }] }, { metadata: new Map([[0, 'name']]) }],
  [{ metadata: [{ name: 'a', value: '' }] }, { metadata: new Map([[0, 'noValue']]) }],
  [
    {
      metadata: [
        { name: 'a', value: 'x' },
        { name: 'A', value: 'y' },
      ],
    },
    { metadata: new Map([[1, 'twice']]) },
  ],
  // Three bytes each, three signs per byte on the way.
  [{ metadata: [{ name: 'a', value: '蜂'.repeat(300) }] }, { isMetadataTooLarge: true }],
])('%j is not', (draft, problems) => {
  expect(parse(draft)).toMatchObject({ problems });
});

test('names that objects have by themselves are names like any other', () => {
  expect(parse({ metadata: [{ name: 'constructor', value: 'x' }] })).toEqual({
    settings: { options: { metadata: { constructor: 'x' } } },
  });
});
