import { describe, expect, test } from 'vitest';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { crc64Of, startEngine } from './testing/startEngine.ts';

const HELLO_CRC = crc64Of(new TextEncoder().encode('hello'));
const lost = { kind: 'network', code: 'ConnectionLost', message: 'reset' } as const;

describe('upload of a small file', () => {
  test('is done when the checksum of what arrived is ours, and not a moment earlier', async () => {
    const { cos, upload, state, story, time } = startEngine();
    const id = upload();
    const call = await cos.next('putObject');
    expect(call.input).toMatchObject({ key: 'a/b.txt', forbidOverwrite: true });
    call.sent(5);
    await time.pass(300);
    expect(state(id)).toMatchObject({ status: 'running', progress: { transferredBytes: 4, totalBytes: 5 } });
    call.succeed({ etag: 'e1', crc64: HELLO_CRC });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', etag: 'e1', verified: true });
    expect(story(id)).toEqual(['queued', 'running transferring', 'running verifying', 'completed']);
  });

  test('a checksum hidden by the CORS rule is done, but not called verified', async () => {
    const { cos, upload, state, time } = startEngine();
    const id = upload();
    (await cos.next('putObject')).succeed({});
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', etag: '', verified: false });
  });

  test('an empty file is one PUT', async () => {
    const { cos, upload, state, time } = startEngine();
    const id = upload({ file: new Blob([]) });
    (await cos.next('putObject')).succeed({ etag: 'e', crc64: '0' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', verified: true });
    expect(cos.calls).toHaveLength(1);
  });

  test('waits and tries again when COS asks to slow down', async () => {
    const { cos, upload, state, time } = startEngine();
    const id = upload();
    (await cos.next('putObject')).fail(serviceFailure('SlowDown'));
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'waiting', reason: 'retry', attempt: 2, failure: { code: 'SlowDown' } });
    await time.pass(249);
    expect(cos.calls).toHaveLength(1);
    await time.pass(1);
    (await cos.next('putObject')).succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(state(id).status).toBe('completed');
  });

  test('damaged on the way: sent again twice over our own damaged object, then failed for good', async () => {
    const { cos, upload, state, time } = startEngine();
    const id = upload();
    for (const forbidOverwrite of [true, false, false]) {
      const call = await cos.next('putObject');
      expect(call.input).toMatchObject({ forbidOverwrite });
      call.succeed({ etag: 'e', crc64: '1' });
    }
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'ChecksumMismatch' }, resumable: true });
    expect(cos.calls).toHaveLength(3);
  });

  test('a 409 after a lost answer is recognised as our own success', async () => {
    const { cos, upload, state, time } = startEngine();
    const id = upload();
    (await cos.next('putObject')).fail(lost);
    await time.pass(1000);
    (await cos.next('putObject')).fail(serviceFailure('FileAlreadyExists'));
    const head = await cos.next('headObject');
    head.succeed({ sizeBytes: 5, crc64: HELLO_CRC, etag: 'mine' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', etag: 'mine', verified: true });
  });

  test('somebody else’s object is a question; "replace" answers it', async () => {
    const { cos, engine, upload, state, time } = startEngine();
    const id = upload();
    (await cos.next('putObject')).fail(serviceFailure('FileAlreadyExists'));
    (await cos.next('headObject')).succeed({ sizeBytes: 5, crc64: '77' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'FileAlreadyExists' }, resumable: true });
    engine.retry(id, { onExisting: 'replace' });
    const call = await cos.next('putObject');
    expect(call.input).toMatchObject({ forbidOverwrite: false, key: 'a/b.txt' });
    call.succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(state(id).status).toBe('completed');
  });

  test('"keep both" takes the next number until one is free', async () => {
    const { cos, upload, transfer, time } = startEngine();
    const id = upload({ onExisting: 'keep-both' });
    const first = await cos.next('putObject');
    expect(first.input).toMatchObject({ key: 'a/b (1).txt', forbidOverwrite: true });
    first.fail(serviceFailure('FileAlreadyExists'));
    (await cos.next('headObject')).succeed({ sizeBytes: 9, crc64: '77' });
    const second = await cos.next('putObject');
    expect(second.input.key).toBe('a/b (2).txt');
    second.succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(transfer(id)).toMatchObject({ key: 'a/b (2).txt', name: 'b (2).txt', state: { status: 'completed' } });
  });

  test.each([
    ['k'.repeat(851), 'KeyTooLong', { bytes: 1 }],
    ['文'.repeat(284), 'KeyTooLong', { bytes: 2 }],
    ['/a', 'KeyNotAllowed', {}],
    ['a\u001bb', 'KeyNotAllowed', {}],
    ['a/../b', 'UnsafeKey', {}],
  ])('the key %j is refused as %s before any request', (key, code, facts) => {
    const { cos, upload, state } = startEngine();
    expect(state(upload({ key }))).toMatchObject({ status: 'failed', resumable: false, failure: { code, facts } });
    expect(cos.calls).toHaveLength(0);
  });

  test('a file that vanished is told from a network that did', async () => {
    const { cos, upload, state, time } = startEngine();
    const gone = Object.assign(new Blob(['hello']), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }),
    });
    const id = upload({ file: gone });
    (await cos.next('putObject')).fail(lost);
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'FileUnreadable' }, resumable: false });
  });
});
