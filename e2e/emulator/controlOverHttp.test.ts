import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawRequest, type RawAnswer } from './testing/rawRequest.ts';
import { BUCKET, EVERYTHING, REGION, startTestCos, type TestCos } from './testing/startTestCos.ts';

let here: TestCos;
beforeAll(async () => {
  here = await startTestCos();
});
afterAll(() => here.cos.close());

const call = (name: string, parameters: unknown[], token = here.cos.controlToken): Promise<RawAnswer> =>
  rawRequest({
    method: 'POST',
    target: `/_control/${name}`,
    host: `localhost:${here.cos.port}`,
    port: here.cos.port,
    headers: { 'x-control-token': token },
    body: JSON.stringify(parameters),
  });

describe('the control API', () => {
  test('is closed without its token, and on the names of buckets', async () => {
    expect((await call('journal', [], 'guess')).status).toBe(403);
    const onBucket = await here.raw({
      target: '/_control/journal',
      headers: { 'x-control-token': here.cos.controlToken },
    });
    expect(onBucket.code).toBe('AccessDenied');
  });

  test('stores and reads bytes past signatures', async () => {
    const options = JSON.stringify({ contentType: 'text/plain', lastModified: '2020-01-02T03:04:05.000Z' });
    const target = `/_control/putObject?bucket=${BUCKET}&key=%E4%B8%AD%2Fa&options=${encodeURIComponent(options)}`;
    const host = `localhost:${here.cos.port}`;
    const headers = { 'x-control-token': here.cos.controlToken };
    await rawRequest({ method: 'POST', target, host, port: here.cos.port, headers, body: 'bytes' });
    expect((await call('readObject', [BUCKET, '中/a'])).text).toBe('bytes');
    expect((await call('readObject', [BUCKET, 'missing'])).status).toBe(404);
    expect((await call('listKeys', [BUCKET])).text).toBe('["中/a"]');
    const seen = await here.ask({ key: '中/a' });
    expect(seen.headers['last-modified']).toBe('Thu, 02 Jan 2020 03:04:05 GMT');
    expect(seen.headers['content-type']).toBe('text/plain');
  });

  test('makes buckets, keys, faults and time', async () => {
    await call('createBucket', [{ name: 'second-1250000000', region: REGION }]);
    const keys = JSON.parse((await call('issueKeys', [{ policy: EVERYTHING, durationSeconds: 60 }])).text) as {
      tmpSecretId: string;
    };
    expect(keys.tmpSecretId).toMatch(/^EMULATOR/);
    const host = `second-1250000000.cos.${REGION}.localhost:${here.cos.port}`;
    expect((await here.ask({ host })).status).toBe(200);
    await call('plantFaults', [
      [{ operation: 'GetBucket', times: null, effect: { type: 'error', status: 503, code: 'SlowDown' } }],
    ]);
    expect((await here.ask({ host })).code).toBe('SlowDown');
    await call('clearFaults', []);
    await call('moveClock', [700_000]);
    expect((await here.ask({ host })).text).toContain('Request has expired');
    await call('moveClock', [0]);
    expect((await call('listUploads', [BUCKET])).text).toBe('[]');
  });

  test('says what was wrong with a call', async () => {
    expect((await call('nonsense', [])).status).toBe(404);
    expect((await call('toString', [])).status).toBe(404);
    expect((await call('listKeys', ['nowhere'])).text).toContain('There is no bucket nowhere.');
    expect((await call('issueKeys', [{ policy: {} }])).text).toContain('version');
  });
});
