import { expect, test } from 'vitest';
import { actRows, durations } from './interactions.ts';

const measured = [
  { act: 'open a menu', milliseconds: 24 },
  { act: 'type', milliseconds: 80 },
  { act: 'open a menu', milliseconds: 40 },
];

test('what was too quick to be told of still counts', () => {
  expect(durations({ measured, count: 5 })).toEqual([24, 80, 40, 16, 16]);
});

test('acts are listed with the slowest first', () => {
  expect(actRows(measured)).toEqual([
    ['type', '1', '80', '80', '80'],
    ['open a menu', '2', '24', '40', '40'],
  ]);
});
