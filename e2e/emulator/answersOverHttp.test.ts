import { Agent } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUCKET, ORIGIN, startTestCos, type TestCos } from './testing/startTestCos.ts';

let here: TestCos;
beforeAll(async () => {
  here = await startTestCos();
  await here.cos.control.putObject(BUCKET, 'a.txt', Buffer.from('hello'));
});
afterAll(() => here.cos.close());

describe('who may speak to it', () => {
  test.each(['evil.example', 'localhost.evil.example', 'media-1250000000.cos.ap-guangzhou.myqcloud.com'])(
    'a request under the name %s is refused before anything else',
    async (name) => {
      const before = here.cos.control.journal().length;
      const answer = await here.raw({ target: '/_health', host: `${name}:${here.cos.port}` });
      expect(answer.status).toBe(403);
      expect(here.cos.control.journal().length).toBe(before);
    },
  );

  test('the right name with another port is foreign too', async () => {
    expect((await here.raw({ target: '/_health', host: 'localhost:1' })).status).toBe(403);
  });

  test('both loopback addresses answer, and health needs no key', async () => {
    expect((await here.raw({ target: '/_health', host: `localhost:${here.cos.port}` })).text).toBe('{"status":"ok"}');
    const socket = connect(here.cos.port, '::1');
    socket.write(`GET /_health HTTP/1.1\r\nHost: [::1]:${here.cos.port}\r\nConnection: close\r\n\r\n`);
    expect(await text(socket)).toContain('200 OK');
  });

  test('an object may be called _health', async () => {
    expect((await here.ask({ key: '_health' })).code).toBe('NoSuchKey');
  });
});

describe('every answer', () => {
  test('carries server, emulator date and a request id of its own', async () => {
    here.cos.control.moveClock(3_600_000);
    const [first, second] = [await here.ask({ key: 'a.txt', window: [3000, 4000] }), await here.ask({ keys: null })];
    here.cos.control.moveClock(0);
    expect(first.headers.server).toBe('tencent-cos');
    expect(Math.abs(Date.parse(first.headers.date ?? '') - Date.now() - 3_600_000)).toBeLessThan(5000);
    expect(first.headers['x-cos-request-id']).not.toBe(second.headers['x-cos-request-id']);
    expect(first.headers['x-cos-trace-id']).toBeUndefined();
  });

  test('an error is the documented document, its ids those of the headers', async () => {
    const answer = await here.ask({ key: 'missing & more' });
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('application/xml');
    expect(answer.text).toBe(
      "<?xml version='1.0' encoding='utf-8' ?>\n<Error>\n\t<Code>NoSuchKey</Code>\n" +
        '\t<Message>The specified key does not exist.</Message>\n' +
        `\t<Resource>${here.host}/missing &amp; more</Resource>\n` +
        `\t<RequestId>${String(answer.headers['x-cos-request-id'])}</RequestId>\n` +
        `\t<TraceId>${String(answer.headers['x-cos-trace-id'])}</TraceId>\n</Error>\n`,
    );
  });

  test('an error of HEAD has no body but its ids', async () => {
    const answer = await here.ask({ method: 'HEAD', key: 'missing' });
    expect([answer.status, answer.body.length]).toEqual([404, 0]);
    expect(here.cos.control.journal().at(-1)).toMatchObject({ status: 404, errorCode: 'NoSuchKey', responseBytes: 0 });
    expect(answer.headers['x-cos-request-id']).toBeTruthy();
    expect(answer.headers['x-cos-trace-id']).toBeTruthy();
  });

  test('HEAD tells the length of what GET would bring', async () => {
    const answer = await here.ask({ method: 'HEAD', key: 'a.txt' });
    expect([answer.status, answer.headers['content-length'], answer.body.length]).toEqual([200, '5', 0]);
  });
});

describe('connections', () => {
  test('one that carried a refused upload carries the next request', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const refused = await here.ask({ method: 'PUT', key: 'x', body: Buffer.alloc(3_000_000), keys: null, agent });
    const next = await here.ask({ key: 'a.txt', agent });
    agent.destroy();
    expect([refused.status, next.text]).toEqual([403, 'hello']);
    const entries = here.cos.control.journal().slice(-2);
    expect(entries.map(({ requestBytes }) => requestBytes)).toEqual([3_000_000, 0]);
  });

  test('closing ends even those that wait for an answer', async () => {
    const other = await startTestCos({ faults: [{ operation: '*', effect: { type: 'hang' } }] });
    const waiting = other.ask({ key: 'a' });
    const outcome = waiting.catch((error: unknown) => error);
    await expect.poll(() => other.cos.control.journal().length).toBe(1);
    await other.cos.close();
    expect(await outcome).toBeInstanceOf(Error);
  });
});

const preflight = (origin: string, method: string): ReturnType<TestCos['raw']> =>
  here.raw({
    method: 'OPTIONS',
    target: '/new.txt',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': 'authorization,x-cos-security-token',
    },
  });

describe('pages of other origins', () => {
  test('are granted by a preflight without a signature what the rule grants', async () => {
    const answer = await preflight(ORIGIN, 'PUT');
    expect([answer.status, answer.headers['content-length']]).toEqual([200, '0']);
    expect(answer.headers['access-control-allow-origin']).toBe(ORIGIN);
    expect(answer.headers['access-control-allow-headers']).toBe('authorization,x-cos-security-token');
    expect(answer.headers['access-control-max-age']).toBe('600');
  });

  test('are refused in the words of the wire, apostrophe escaped', async () => {
    const answer = await preflight('https://evil.example', 'PUT');
    expect([answer.status, answer.code]).toEqual([403, 'AccessForbidden']);
    expect(answer.text).toContain('not whitelisted by the resource&apos;s CORS spec</Message>');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('can read answers and errors alike, ETag and request id included', async () => {
    for (const key of ['a.txt', 'missing']) {
      const { headers } = await here.ask({ key, headers: { origin: ORIGIN } });
      expect(headers['access-control-allow-origin']).toBe(ORIGIN);
      expect(headers['access-control-expose-headers']).toMatch(/ETag.*Date.*x-cos-request-id/);
      expect(headers.vary).toBe('Origin');
    }
  });

  test('read nothing without a matching rule, though the request itself is served', async () => {
    const answer = await here.ask({ key: 'a.txt', headers: { origin: 'https://evil.example' } });
    expect(answer.text).toBe('hello');
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('follow the rules as they are now', async () => {
    const other = await startTestCos();
    await other.cos.control.setCors(BUCKET, []);
    const answer = await other.ask({ headers: { origin: ORIGIN } });
    await other.cos.close();
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('the journal', () => {
  test('tells what happened and no secret', async () => {
    here.cos.control.clearJournal();
    const keys = here.cos.issueKeys({
      policy: { version: '2.0', statement: [{ effect: 'allow', action: '*', resource: '*' }] },
    });
    const target = here.presign({ key: '中/a', keys, query: { 'response-expires': '0' } });
    await here.raw({ target });
    await here.raw({ target });
    const [first, second] = here.cos.control.journal();
    expect(first).toMatchObject({
      operation: 'GetObject',
      method: 'GET',
      host: here.host,
      key: '中/a',
      status: 404,
      errorCode: 'NoSuchKey',
      requestBytes: 0,
    });
    expect(first?.query).toMatchObject({ 'response-expires': '0', 'q-ak': keys.tmpSecretId });
    expect(first?.authorizationHash).toBe(second?.authorizationHash);
    const signature = /q-signature=([0-9a-f]+)/.exec(target)?.[1] ?? '';
    const text = JSON.stringify(here.cos.control.journal());
    for (const secret of [signature, keys.sessionToken, keys.tmpSecretKey]) expect(text).not.toContain(secret);
  });
});
