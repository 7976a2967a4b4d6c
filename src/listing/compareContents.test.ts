import { expect, test } from 'vitest';
import type { ObjectHead } from '#cos/CosObject.ts';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { compareContents } from './compareContents.ts';

const file = new Blob(['bytes']);
const lastModified = new Date(0);

async function compare(head: ObjectHead | 'denied', signal = new AbortController().signal) {
  const cos = new FakeCosClient();
  const hashed: Blob[] = [];
  const crc64 = async (blob: Blob): Promise<string> => {
    hashed.push(blob);
    return '42';
  };
  const comparing = compareContents({ cos, crc64 }, { key: 'a', file }, signal);
  const call = await cos.next('headObject');
  if (head === 'denied') call.fail(serviceFailure('AccessDenied', { status: 403 }));
  else call.succeed(head);
  return { ...(await comparing), hashed: hashed.length };
}

test.each([
  [
    { sizeBytes: 5, crc64: '42', lastModified },
    { sameness: 'identical', lastModified, hashed: 1 },
  ],
  [
    { sizeBytes: 5, crc64: '43', lastModified },
    { sameness: 'different', lastModified, hashed: 1 },
  ],
  // Replaced since it was listed: no byte is read for that.
  [
    { sizeBytes: 6, crc64: '42', lastModified },
    { sameness: 'different', lastModified, hashed: 0 },
  ],
  // The CORS rule hides the checksum, or the object has none.
  [
    { sizeBytes: 5, lastModified },
    { sameness: 'unknown', lastModified, hashed: 0 },
  ],
  ['denied', { sameness: 'unknown', hashed: 0 }],
] as const)('an object that answers %j', async (head, result) => {
  expect(await compare(head)).toEqual(result);
});

test('obeys the signal', async () => {
  const cos = new FakeCosClient();
  const controller = new AbortController();
  const comparing = compareContents({ cos, crc64: async () => '42' }, { key: 'a', file }, controller.signal);
  await cos.next('headObject');
  controller.abort();
  await expect(comparing).rejects.toBe(controller.signal.reason);
});
