import { expect, test } from 'vitest';
import { draftOf, EMPTY_DRAFT, type EditDraft } from './EditDraft.ts';
import { readDraft } from './readDraft.ts';

const head = {
  sizeBytes: 1,
  contentType: 'text/plain',
  metadata: { author: '%E8%9C%82' },
  delivery: { cacheControl: 'no-cache' },
};
const one = draftOf(head, 'STANDARD', { team: 'a' });

test.each<[string, EditDraft, Partial<EditDraft>, unknown]>([
  ['nothing', one, {}, {}],
  ['a type', one, { contentType: ' text/html; charset=utf-8 ' }, { contentType: 'text/html; charset=utf-8' }],
  ['no header any more', one, { cacheControl: '' }, { cacheControl: '' }],
  ['a class', one, { storageClass: 'STANDARD_IA' }, { storageClass: 'STANDARD_IA' }],
  [
    'one more',
    one,
    { metadata: [...one.metadata, { name: 'Note', value: 'x' }] },
    { metadata: { values: { author: '蜂', note: 'x' }, keepsOthers: false } },
  ],
  ['no tags', one, { tags: [] }, { tags: { values: {}, keepsOthers: false } }],
  ['nothing of many', EMPTY_DRAFT, {}, {}],
  ['no tags for many', EMPTY_DRAFT, { keepsTags: false }, { tags: { values: {}, keepsOthers: false } }],
  [
    'a tag for many',
    EMPTY_DRAFT,
    { tags: [{ name: 'team', value: '' }] },
    { tags: { values: { team: '' }, keepsOthers: true } },
  ],
])('%s', (_, before, change, edit) => {
  expect(readDraft(before, { ...before, ...change })).toMatchObject({ problems: undefined, edit });
  expect(Object.keys(readDraft(before, { ...before, ...change }).edit)).toEqual(Object.keys(edit as object));
});

test('only tags leave the object itself alone', () => {
  expect(readDraft(one, { ...one, tags: [{ name: 'x', value: '' }] }).isRewrite).toBe(false);
  expect(readDraft(one, { ...one, metadata: [] }).isRewrite).toBe(true);
});

test.each<[Partial<EditDraft>, unknown]>([
  [{ contentType: 'picture' }, { contentType: true }],
  [{ contentType: '' }, { contentType: true }],
  [{ cacheControl: 'naïve' }, { cacheControl: true }],
  [{ contentDisposition: 'a\nb' }, { contentDisposition: true }],
  [{ metadata: [{ name: 'a_b', value: 'x' }] }, { metadata: new Map([[0, 'name']]) }],
  [{ tags: [{ name: '', value: 'x' }] }, { tags: new Map([[0, 'noName']]) }],
  [{ tags: [{ name: 'a<b', value: '' }] }, { tags: new Map([[0, 'signs']]) }],
  [{ tags: [{ name: 'a'.repeat(128), value: '' }] }, { tags: new Map([[0, 'tooLong']]) }],
  [
    {
      tags: [
        { name: 'a', value: '1' },
        { name: 'a', value: '2' },
      ],
    },
    { tags: new Map([[1, 'twice']]) },
  ],
  [{ tags: Array.from({ length: 11 }, (_, n) => ({ name: `t${n}`, value: '' })) }, { areTagsTooMany: true }],
])('%j is refused', (change, problems) => {
  expect(readDraft(one, { ...one, ...change })).toMatchObject({ problems });
});
