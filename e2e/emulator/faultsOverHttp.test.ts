import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FaultEffect } from './EmulatorOptions.ts';
import { BUCKET, ORIGIN, startTestCos, type TestCos } from './testing/startTestCos.ts';

let here: TestCos;
beforeAll(async () => {
  here = await startTestCos();
});
afterAll(() => here.cos.close());
beforeEach(async () => {
  here.cos.control.clearFaults();
  here.cos.control.clearJournal();
  await here.cos.control.putObject(BUCKET, 'a.txt', CONTENT);
});

const CONTENT = Buffer.from('0123456789'.repeat(20_000));
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const plant = (operation: string, effect: FaultEffect): void => here.cos.control.plantFaults([{ operation, effect }]);
/** The object's text, a long one in short. */
const stored = async (key: string): Promise<string | undefined> => {
  const bytes = await here.cos.control.readObject(BUCKET, key);
  return bytes && (bytes.length > 100 ? digest(bytes) : Buffer.from(bytes).toString());
};

describe('answers that are not the real one', () => {
  test('an error instead of the work, readable for a page; the next attempt is served', async () => {
    plant('PutObject', { type: 'error', status: 503, code: 'SlowDown', retryAfterSeconds: 7 });
    const put = { method: 'PUT', key: 'new', body: 'x', headers: { origin: ORIGIN } };
    const answer = await here.ask(put);
    expect([answer.status, answer.code, answer.headers['retry-after']]).toEqual([503, 'SlowDown', '7']);
    expect(answer.headers['access-control-allow-origin']).toBe(ORIGIN);
    expect(await stored('new')).toBeUndefined();
    expect((await here.ask(put)).status).toBe(200);
  });

  test('an error after the work was done', async () => {
    plant('PutObject', { type: 'error', status: 500, code: 'InternalError', afterActing: true });
    expect((await here.ask({ method: 'PUT', key: 'done', body: 'x' })).status).toBe(500);
    expect(await stored('done')).toBe('x');
  });

  test('an error document under 200', async () => {
    plant('GetBucket', { type: 'errorInOk', code: 'InternalError' });
    const answer = await here.ask();
    expect([answer.status, answer.code]).toEqual([200, 'InternalError']);
  });

  test('a page of somebody else', async () => {
    plant('GetBucket', { type: 'body', body: '<html>Please sign in' });
    const answer = await here.ask();
    expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([
      200,
      'text/html',
      '<html>Please sign in',
    ]);
  });

  test('a header that is wrong, and one that is hidden', async () => {
    plant('HeadObject', { type: 'wrongHeader', header: 'ETag', value: '"0"' });
    plant('HeadObject', { type: 'wrongHeader', header: 'x-cos-hash-crc64ecma', value: null });
    const { headers } = await here.ask({ method: 'HEAD', key: 'a.txt' });
    expect([headers.etag, headers['x-cos-hash-crc64ecma']]).toEqual(['"0"', undefined]);
  });

  test('a byte that was flipped on its way down, or up', async () => {
    plant('GetObject', { type: 'corrupt', atByte: 150_000 });
    const { body } = await here.ask({ key: 'a.txt' });
    expect(body.length).toBe(CONTENT.length);
    expect([...body.keys()].filter((at) => body[at] !== CONTENT[at])).toEqual([150_000]);
    plant('PutObject', { type: 'corrupt', atByte: 1 });
    await here.ask({ method: 'PUT', key: 'up', body: 'abc' });
    expect(await here.cos.control.readObject(BUCKET, 'up')).toEqual(Buffer.from([0x61, 0x62 ^ 0xff, 0x63]));
  });
});

describe('connections that break', () => {
  test.each<[string, FaultEffect, string | undefined]>([
    ['at once', { type: 'reset', at: 'connect' }, undefined],
    ['while the body arrives', { type: 'reset', at: 'request', afterBytes: 100_000 }, undefined],
    ['when all of the body arrived', { type: 'reset', at: 'request', afterBytes: 10_000_000 }, undefined],
    ['after the work, without an answer', { type: 'reset', at: 'answer' }, digest(CONTENT)],
  ])('%s', async (_name, effect, kept) => {
    plant('PutObject', effect);
    await expect(here.ask({ method: 'PUT', key: `reset/${_name}`, body: CONTENT })).rejects.toThrowError(
      /ECONNRESET|socket hang up|EPIPE/,
    );
    expect(await stored(`reset/${_name}`)).toBe(kept);
    expect(here.cos.control.journal()[0]).toMatchObject({ operation: 'PutObject', status: 0 });
  });

  test('in the middle of the answer', async () => {
    plant('GetObject', { type: 'reset', at: 'response', afterBytes: 1000 });
    await expect(here.ask({ key: 'a.txt' })).rejects.toThrowError(/ECONNRESET|aborted/);
  });

  test('early, with the full length promised', async () => {
    plant('GetObject', { type: 'cut', afterBytes: 1000 });
    await expect(here.ask({ key: 'a.txt' })).rejects.toThrowError('aborted');
    expect(here.cos.control.journal()[0]).toMatchObject({ status: 200, responseBytes: 1000 });
  });

  test('early, without a length: a short answer that looks whole', async () => {
    plant('GetObject', { type: 'cutWithoutLength', afterBytes: 1000 });
    const answer = await here.ask({ key: 'a.txt' });
    expect(digest(answer.body)).toBe(digest(CONTENT.subarray(0, 1000)));
    expect(answer.headers['content-length']).toBeUndefined();
    expect(answer.headers['transfer-encoding']).toBeUndefined();
  });
});

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

describe('slowness', () => {
  test('a delay', async () => {
    plant('HeadObject', { type: 'delay', milliseconds: 200 });
    expect(await timed(() => here.ask({ method: 'HEAD', key: 'a.txt' }))).toBeGreaterThanOrEqual(199);
  });

  test('a throttled request, in either direction, arrives whole', async () => {
    plant('GetObject', { type: 'throttle', bytesPerSecond: 500_000 });
    plant('PutObject', { type: 'throttle', bytesPerSecond: 500_000 });
    const down = await timed(async () => expect(digest((await here.ask({ key: 'a.txt' })).body)).toBe(digest(CONTENT)));
    const up = await timed(() => here.ask({ method: 'PUT', key: 'slow', body: CONTENT }));
    expect(down).toBeGreaterThan(350);
    expect(up).toBeGreaterThan(350);
    expect(await stored('slow')).toBe(digest(CONTENT));
  });

  test('a slow line for everyone, with latency', async () => {
    const slow = await startTestCos({ bytesPerSecond: 500_000, latencyMs: 50 });
    await slow.cos.control.putObject(BUCKET, 'a.txt', CONTENT);
    const [get, head] = [
      await timed(() => slow.ask({ key: 'a.txt' })),
      await timed(() => slow.ask({ method: 'HEAD', key: 'a.txt' })),
    ];
    await slow.cos.close();
    expect(get).toBeGreaterThan(400);
    expect(head).toBeGreaterThanOrEqual(49);
  });
});
