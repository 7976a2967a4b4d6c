import { describe, expect, test } from 'vitest';
import { CosError } from '../CosError.ts';
import { FakeCosClient } from './FakeCosClient.ts';
import { serviceFailure } from './serviceFailure.ts';

const part = { key: 'a.bin', uploadId: 'u1', partNumber: 1, body: new Blob(['abc']) };

describe('FakeCosClient', () => {
  test('hands calls out in order, before or after they were made', async () => {
    const cos = new FakeCosClient();
    const early = cos.next('headObject');
    const first = cos.headObject({ key: 'a' });
    const second = cos.headObject({ key: 'b' });
    (await early).succeed({ sizeBytes: 1 });
    const late = await cos.next('headObject');
    expect(late.input).toEqual({ key: 'b' });
    late.succeed({ sizeBytes: 2 });
    expect([await first, await second]).toEqual([{ sizeBytes: 1 }, { sizeBytes: 2 }]);
  });

  test('fails with CosError and reports sent bytes', async () => {
    const cos = new FakeCosClient();
    const sent: number[] = [];
    const upload = cos.uploadPart(part, { onSent: (bytes) => sent.push(bytes) });
    const call = await cos.next('uploadPart');
    call.sent(2);
    call.fail(serviceFailure('SlowDown'));
    await expect(upload).rejects.toBeInstanceOf(CosError);
    await expect(upload).rejects.toMatchObject({ failure: { code: 'SlowDown', status: 503 } });
    expect(sent).toEqual([2]);
  });

  test('rejects with the reason of the signal, and such a call is not handed out', async () => {
    const cos = new FakeCosClient();
    const abort = new AbortController();
    const cancelled = cos.listObjects({ prefix: 'a/' }, { signal: abort.signal });
    abort.abort();
    await expect(cancelled).rejects.toBe(abort.signal.reason);
    const listing = cos.listObjects({ prefix: 'b/' });
    const call = await cos.next('listObjects');
    expect(call.input.prefix).toBe('b/');
    call.succeed({ objects: [], commonPrefixes: [] });
    await listing;
    expect(cos.unansweredCalls()).toEqual([]);
  });

  test('settles once', async () => {
    const cos = new FakeCosClient();
    const deletion = cos.deleteObject({ key: 'a' });
    const call = await cos.next('deleteObject');
    call.succeed();
    await deletion;
    expect(() => call.succeed()).toThrow('already settled');
  });
});
