import { assert, nat, option, property } from 'fast-check';
import { expect, test } from 'vitest';
import { daysOf, daysText, megabytesOf, sizeText } from './rangeEnds.ts';

test('a range of bytes survives its two fields', () => {
  assert(
    property(option(nat({ max: 2 ** 40 }), { nil: undefined }), nat({ max: 2 ** 40 }), (from, more) => {
      const range = `${from ?? ''}-${(from ?? 0) + more}`;
      expect(sizeText(megabytesOf(range))).toEqual({ range });
    }),
  );
});

test.each([
  [{ from: '1,5', to: '' }, { range: '1500000-' }],
  [{ from: ' ', to: '.5' }, { range: '-500000' }],
  [{ from: '', to: '' }, { range: undefined }],
  [{ from: '2', to: '1' }, { problem: 'order' }],
  [{ from: '1 MB', to: '' }, { problem: 'from' }],
  [{ from: '', to: '-1' }, { problem: 'to' }],
  [{ from: '1e3', to: '' }, { problem: 'from' }],
  [{ from: '', to: '9999999999' }, { problem: 'to' }],
])('megabytes %o', (ends, expected) => {
  expect(sizeText(ends)).toEqual(expected);
});

test('days survive too, and the later one comes second', () => {
  for (const range of ['2026-01-31..2026-02-01', '2026-01-31..', '..2026-02-01'])
    expect(daysText(daysOf(range))).toEqual({ range });
  expect(daysText({ from: '2026-02-01', to: '2026-01-31' })).toEqual({ problem: 'order' });
  expect(daysText(daysOf(undefined))).toEqual({ range: undefined });
});
