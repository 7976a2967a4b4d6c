import { expect, test } from 'vitest';
import { createRequestMemory, parseRequests } from './createRequestMemory.ts';

function remembered(value?: string) {
  let kept = value;
  return {
    read: () => kept,
    write: (next: string | undefined) => {
      kept = next;
    },
  };
}

const record = { connectionId: 'main', prefix: 'in/x/', title: 'in', note: 'please', expiresAt: new Date(5000) };

test('what was made is there again, the newest first, until it is forgotten', () => {
  const kept = remembered();
  const memory = createRequestMemory(kept);
  memory.add(record);
  memory.add({ ...record, prefix: 'in/y/' });
  expect(createRequestMemory(kept).store.getState()).toEqual([{ ...record, prefix: 'in/y/' }, record]);
  createRequestMemory(kept).forget('in/y/');
  expect(createRequestMemory(kept).store.getState()).toEqual([record]);
  createRequestMemory(kept).forget('in/x/');
  expect(kept.read()).toBeUndefined();
});

test.each([
  undefined,
  '',
  '{',
  '7',
  '[7]',
  '[["main","in/x/","in","please"]]',
  '[["main","in/x","in","please",5]]',
  '[["main","in/x/","in",7,5]]',
  '[["main","in/x/","in","please",1e300]]',
])('%s is nothing', (text) => {
  expect(parseRequests(text)).toEqual([]);
});
