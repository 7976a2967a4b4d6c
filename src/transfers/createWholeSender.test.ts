import { describe, expect, test } from 'vitest';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { MIB } from './planParts.ts';
import { crc64Of, startEngine } from './testing/startEngine.ts';
import type { EngineUnderTest } from './testing/startEngine.ts';

const HELLO_CRC = crc64Of(new TextEncoder().encode('hello'));
const DONE = { etag: 'e', crc64: HELLO_CRC };
const start = (): EngineUnderTest => startEngine({ policy: { formBytes: MIB }, settings: { partsInFlight: 1 } });
const operations = ({ cos }: EngineUnderTest): string[] => cos.calls.map((call) => call.operation);

describe('small files by form', () => {
  test('go with everything a PUT carries, and are verified', async () => {
    const engine = start();
    const id = engine.upload({ contentType: 'text/plain' });
    const call = await engine.cos.next('postObject');
    expect(call.input).toMatchObject({ key: 'a/b.txt', contentType: 'text/plain', forbidOverwrite: true });
    call.succeed(DONE);
    await engine.time.settle();
    expect(engine.state(id)).toMatchObject({ status: 'completed', verified: true });
    expect(operations(engine)).toEqual(['postObject']);
  });

  test('are read once: their checksum comes from the bytes of the form', async () => {
    const asked: number[] = [];
    const crc64 = (blob: Blob): Promise<string> => {
      asked.push(blob.size);
      return Promise.resolve('7');
    };
    const engine = startEngine({ policy: { formBytes: MIB }, crc64 });
    const small = engine.upload();
    const call = await engine.cos.next('postObject');
    expect(call.input).toMatchObject({ body: new TextEncoder().encode('hello') });
    call.succeed(DONE);
    const larger = engine.upload({ key: 'larger', file: new Blob([new Uint8Array(MIB / 2)]) });
    (await engine.cos.next('postObject')).succeed({ etag: 'e', crc64: '7' });
    await engine.time.settle();
    expect(engine.state(small)).toMatchObject({ status: 'completed', verified: true });
    expect(engine.state(larger)).toMatchObject({ status: 'completed', verified: true });
    expect(asked).toEqual([MIB / 2]);
  });

  test('that are gone say so before anything is sent', async () => {
    const engine = start();
    const file = new Blob(['hello']);
    file.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    const id = engine.upload({ file });
    await engine.time.settle();
    expect(engine.state(id)).toMatchObject({ status: 'failed', failure: { code: 'FileUnreadable' } });
    expect(operations(engine)).toEqual([]);
  });

  test.each([
    ['a key with a placeholder', { key: 'a/${filename}' }],
    ['a key that ends with a space', { key: 'a/b ' }],
    ['a key with a line end', { key: 'a\nb' }],
    ['more than a mebibyte', { file: new Blob([new Uint8Array(MIB + 1)]) }],
  ])('%s goes by PUT', async (_what, request) => {
    const engine = start();
    engine.upload(request);
    await engine.cos.next('putObject');
    expect(operations(engine)).toEqual(['putObject']);
  });

  test('refused once, the same file goes by PUT at once and all later ones too', async () => {
    const engine = start();
    const ids = ['a', 'b'].map((key) => engine.upload({ key, name: key }));
    (await engine.cos.next('postObject')).fail(serviceFailure('AccessDenied'));
    (await engine.cos.next('putObject')).succeed(DONE);
    (await engine.cos.next('putObject')).succeed(DONE);
    await engine.time.settle();
    expect(ids.map((id) => engine.state(id).status)).toEqual(['completed', 'completed']);
    expect(operations(engine)).toEqual(['postObject', 'putObject', 'putObject']);
  });

  test('a 409 after a lost answer is recognised as our own success', async () => {
    const engine = start();
    const id = engine.upload();
    (await engine.cos.next('postObject')).fail({ kind: 'network', code: 'ConnectionLost', message: 'reset' });
    await engine.time.pass(1000);
    (await engine.cos.next('postObject')).fail(serviceFailure('FileAlreadyExists'));
    (await engine.cos.next('headObject')).succeed({ sizeBytes: 5, crc64: HELLO_CRC, etag: 'mine' });
    await engine.time.settle();
    expect(engine.state(id)).toMatchObject({ status: 'completed', etag: 'mine', verified: true });
  });

  test('a POST hidden by CORS has happened: the PUT after it meets its own object', async () => {
    const engine = start();
    const id = engine.upload();
    (await engine.cos.next('postObject')).fail({ kind: 'cors', code: 'CorsBlocked', message: 'hidden' });
    (await engine.cos.next('putObject')).fail(serviceFailure('FileAlreadyExists'));
    (await engine.cos.next('headObject')).succeed({ sizeBytes: 5, crc64: HELLO_CRC, etag: 'mine' });
    await engine.time.settle();
    expect(engine.state(id)).toMatchObject({ status: 'completed', etag: 'mine', verified: true });
  });

  test('a form that takes too long is tried again as a PUT, which shows that it moves', async () => {
    const engine = start();
    engine.upload();
    const form = await engine.cos.next('postObject');
    form.options.onStart?.();
    await engine.time.pass(59_000);
    expect(form.isSettled).toBe(false);
    await engine.time.pass(2_000);
    expect(form.isSettled).toBe(true);
    await engine.cos.next('putObject');
  });
});
