import { assert, constantFrom, dictionary, option, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { metadataValue } from '#cos/metadataHeaders.ts';
import { applyEdit } from './applyEdit.ts';

const name = constantFrom('a', 'b', 'c', 'constructor');
const value = string({ minLength: 1, unit: 'grapheme', maxLength: 8 });
const header = constantFrom('', 'x', 'max-age=1');
const head = record({
  contentType: constantFrom('text/plain', 'a/b'),
  storageClass: constantFrom('STANDARD', 'ARCHIVE'),
  metadata: dictionary(name, value.map(metadataValue)),
  delivery: record({ cacheControl: constantFrom('x'), expires: constantFrom('never') }, { requiredKeys: [] }),
});
const edit = record(
  {
    contentType: constantFrom('text/plain', 'c/d'),
    storageClass: constantFrom('STANDARD', 'STANDARD_IA'),
    cacheControl: header,
    contentDisposition: header,
    metadata: record({ values: dictionary(name, value), keepsOthers: constantFrom(true, false) }),
  },
  { requiredKeys: [] },
);

test('an edit is done once: what it makes of an object needs no second one', () => {
  assert(
    property(head, edit, (before, wish) => {
      const said = applyEdit({ sizeBytes: 1, ...before }, wish);
      if (said === undefined) return;
      const { storedMetadata: metadata, ...rest } = said;
      expect(applyEdit({ sizeBytes: 1, metadata, ...rest }, wish)).toBeUndefined();
    }),
  );
});

test('what an edit does not name stays, to the byte', () => {
  assert(
    property(head, option(edit, { nil: {} }), (before, wish) => {
      const said = applyEdit({ sizeBytes: 1, ...before }, { ...wish, metadata: { values: {}, keepsOthers: true } });
      if (said === undefined) return;
      expect(said.storedMetadata).toEqual(before.metadata);
      expect(said.delivery.expires).toBe(before.delivery.expires);
      expect(said.contentType).toBe({ ...before, ...wish }.contentType);
      expect(said.storageClass).toBe({ ...before, ...wish }.storageClass);
    }),
  );
});

test('an empty header is removed, not set', () => {
  const before = { sizeBytes: 1, delivery: { cacheControl: 'x', expires: 'never' } };
  expect(applyEdit(before, { cacheControl: '' })?.delivery).toEqual({ expires: 'never' });
  expect(applyEdit({ sizeBytes: 1 }, { cacheControl: '' })).toBeUndefined();
});
