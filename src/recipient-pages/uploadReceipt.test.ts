import { expect, test } from 'vitest';
import type { Transfer } from '#transfers/TransferState.ts';
import { arrivedOf, uploadReceipt } from './uploadReceipt.ts';

const transfer = (name: string, state: Transfer['state']): Transfer => ({
  id: name,
  direction: 'upload',
  connectionId: 'REQUEST',
  key: `in/${name}`,
  name,
  sizeBytes: 5,
  addedAt: new Date(0),
  state,
});
const done = { status: 'completed', etag: 'e', completedAt: new Date(0) } as const;
const all = [
  transfer('=a.txt', { ...done, verified: true, crc64: '42', requestId: 'r' }),
  transfer('b.txt', { ...done, verified: false }),
  transfer('c.txt', { status: 'queued' }),
];

test('only what has arrived counts', () => {
  expect(arrivedOf(all)).toEqual({ count: 2, bytes: 10, unverifiedCount: 1 });
});

test('a receipt names it, and no name of it is a formula', () => {
  const words = { receiptColumns: ['File', 'Bytes'], receiptYes: 'yes', receiptNo: 'no' };
  expect(uploadReceipt(all, words).replace('\uFEFF', '').split('\r\n')).toEqual([
    '"File","Bytes"',
    `"'=a.txt","5","1970-01-01T00:00:00.000Z","42","yes","r"`,
    '"b.txt","5","1970-01-01T00:00:00.000Z","","no",""',
    '',
  ]);
});
