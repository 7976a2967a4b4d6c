import { expect, test } from 'vitest';
import { createFaultPlan } from './faultPlan.ts';

const effect = { type: 'hang' } as const;
const strikes = (plan: ReturnType<typeof createFaultPlan>, operations: string[], key = 'k'): number[] =>
  operations.map((operation) => plan.strike(operation, key).length);

test('strikes once, at the first match, unless told otherwise', () => {
  const plan = createFaultPlan([{ operation: 'UploadPart', effect }]);
  expect(strikes(plan, ['PutObject', 'UploadPart', 'UploadPart'])).toEqual([0, 1, 0]);
});

test('counts its own matches only: the 2nd and 3rd UploadPart', () => {
  const plan = createFaultPlan([{ operation: 'UploadPart', nth: 2, times: 2, effect }]);
  expect(strikes(plan, ['UploadPart', 'GetObject', 'UploadPart', 'UploadPart', 'UploadPart'])).toEqual([0, 0, 1, 1, 0]);
});

test('for ever, for anything, and null is how JSON writes it', () => {
  const plan = createFaultPlan([{ operation: '*', times: null, effect }]);
  expect(strikes(plan, ['A', 'B', 'C'])).toEqual([1, 1, 1]);
  plan.clear();
  expect(strikes(plan, ['A'])).toEqual([0]);
});

test('only keys that contain the text; several faults may meet', () => {
  const plan = createFaultPlan([{ operation: '*', keyContains: 'big', times: null, effect }]);
  plan.plant([{ operation: 'PutObject', effect: { type: 'delay', milliseconds: 1 } }]);
  expect(plan.strike('PutObject', 'a/big.bin')).toEqual([effect, { type: 'delay', milliseconds: 1 }]);
  expect(plan.strike('PutObject', 'small')).toEqual([]);
});

test('only requests whose path and query contain the text', () => {
  const plan = createFaultPlan([{ operation: 'GetBucket', targetContains: 'marker=', times: null, effect }]);
  expect(plan.strike('GetBucket', '', '/?prefix=a')).toEqual([]);
  expect(plan.strike('GetBucket', '', '/?marker=b&prefix=a')).toEqual([effect]);
});
