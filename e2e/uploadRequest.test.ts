import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '#config/parseConfig.ts';
import type { CredentialsProvider } from '#credentials/CredentialsProvider.ts';
import { createCredentialsProvider } from '#credentials/createCredentialsProvider.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import { createUploadRequest } from '#links/createUploadRequest.ts';
import { createUploadRequestClient } from '#links/createUploadRequestClient.ts';
import { parseUploadRequest } from '#links/parseUploadRequest.ts';
import type { UploadRequest } from '#links/UploadRequest.ts';
import { uploadRequestConnection } from '#links/uploadRequestConnection.ts';
import { uploadRequestForm } from '#links/uploadRequestForm.ts';
import { emulatorIssuer } from './credentials/emulatorIssuer.ts';
import { createCredentialsEndpoint } from './credentials-endpoint.ts';
import type { CosEmulator } from './emulator/EmulatorOptions.ts';
import { startCosEmulator } from './emulator/startCosEmulator.ts';
import { loopbackFetch } from './setup/loopbackFetch.ts';
import { loopbackXhr } from './setup/loopbackXhr.ts';

// The holder of an upload request against the real wire: what the bucket takes of it, and all that it does not.
const PLACE = { bucket: 'inbox-1250000000', region: 'ap-guangzhou' };
const PAGE = 'http://localhost:4173';
let emulator: CosEmulator;
let request: UploadRequest;
/** Signed with keys that may write anywhere: then the policy alone holds the sender. */
let wide: UploadRequest;
let origin: string;
const overs: string[] = [];
let client: ReturnType<typeof createUploadRequestClient>;
/** Another sender's, of the same request. */
let second: ReturnType<typeof createUploadRequestClient>;
const secondOvers: string[] = [];

beforeAll(async () => {
  emulator = await startCosEmulator({ buckets: [{ name: PLACE.bucket, region: PLACE.region }] });
  const endpoint = createCredentialsEndpoint({
    ...PLACE,
    allowedOrigins: [PAGE],
    authenticate: async () => ({ id: 'anna', prefix: '', mayUpload: true, mayDelete: true }),
    issuer: emulatorIssuer(emulator),
  });
  const config = parseConfig(
    {
      endpoint: { url: '/credentials', headers: { 'x-beeline': '1', origin: PAGE } },
      connections: [{ id: 'c', ...PLACE, hosts: emulator.bucketOrigins(PLACE.bucket) }],
    },
    PAGE,
  );
  const clock = createServerClock();
  const connection = config.connections[0]!;
  const credentials = createCredentialsProvider({
    endpoint: config.endpoint,
    clock,
    fetch: (url, init) => endpoint(new Request(url, init)),
  });
  const wish = { folder: 'in/', title: 'in', note: '', lifeSeconds: 900, maxBytes: 100, contentType: 'text/' };
  const made = await createUploadRequest({ connection, credentials, clock }, wish);
  request = await parseUploadRequest(made.fragment);
  const anywhere: CredentialsProvider = {
    ...credentials,
    get: (of, { signal }) => credentials.get(of, { purpose: 'upload', ...(signal ? { signal } : {}) }),
  };
  const madeWide = await createUploadRequest({ connection, credentials: anywhere, clock }, wish);
  wide = await parseUploadRequest(madeWide.fragment);
  origin = connection.hosts[0]!;
  const clientThat = (onOver: (why: string) => void) =>
    createUploadRequestClient({
      connection: uploadRequestConnection(config, request),
      request,
      clock: createServerClock(),
      onOver,
      fetch: loopbackFetch,
      sendXhr: loopbackXhr,
    });
  client = clientThat((why) => overs.push(why));
  second = clientThat((why) => secondOvers.push(why));
});
afterAll(() => emulator.close());

interface Sent {
  readonly key?: string;
  readonly type?: string;
  readonly bytes?: number;
  readonly without?: string;
  readonly change?: Readonly<Record<string, string>>;
}

/** A form as somebody would send it who holds the address and writes the request by hand. */
async function send(
  { key = 'a.txt', type = 'text/plain', bytes = 5, without, change = {} }: Sent,
  of: UploadRequest = request,
) {
  const form = new FormData();
  const whole = key.startsWith('/') ? key.slice(1) : of.prefix + key;
  for (const [name, value] of uploadRequestForm(of, whole, type)) {
    if (name !== without) form.append(name, change[name] ?? value);
  }
  form.append('file', new Blob([new Uint8Array(bytes)]));
  const answer = await loopbackFetch(`${origin}/`, { method: 'POST', body: form });
  return { status: answer.status, body: await answer.text() };
}

const policyOf = (conditions: readonly unknown[]): string =>
  btoa(JSON.stringify({ expiration: '2099-01-01T00:00:00Z', conditions }));

describe('by hand', () => {
  test('what was asked for is taken', async () => {
    expect(await send({ key: 'deep/er/ok.txt', bytes: 100 })).toMatchObject({ status: 204 });
    expect(await emulator.control.readObject(PLACE.bucket, `${request.prefix}deep/er/ok.txt`)).toHaveLength(100);
  });

  test.each<[string, Sent, number, RegExp]>([
    ['a key above the prefix', { key: '/in/a.txt' }, 403, /AccessDenied/],
    ['a key of another request', { key: `/in/received-${'0'.repeat(32)}/a.txt` }, 403, /AccessDenied/],
    ['a key at the root', { key: '/a.txt' }, 403, /AccessDenied/],
    ['one byte too many', { key: 'big.txt', bytes: 101 }, 400, /EntityTooLarge/],
    ['another type', { key: 'x.html', type: 'image/png' }, 403, /AccessDenied/],
    ['no type', { key: 'n.txt', without: 'Content-Type' }, 403, /AccessDenied/],
    ['leave to overwrite', { key: 'o.txt', without: 'x-cos-forbid-overwrite' }, 403, /AccessDenied/],
    ['a wish to overwrite', { key: 'o.txt', change: { 'x-cos-forbid-overwrite': 'false' } }, 403, /AccessDenied/],
    ['no token', { key: 't.txt', without: 'x-cos-security-token' }, 403, /./],
    ['a later end', { key: 'e.txt', change: { 'q-key-time': '1;99999999999' } }, 403, /./],
    ['another signature', { key: 's.txt', change: { 'q-signature': '0'.repeat(40) } }, 403, /SignatureDoesNotMatch/],
    ['a policy of their own', { key: 'p.txt', change: { policy: policyOf([{ bucket: PLACE.bucket }]) } }, 403, /./],
  ])('%s is refused', async (_what, sent, status, body) => {
    for (const of of [request, wide]) {
      const answer = await send(sent, of);
      expect([answer.status, body.test(answer.body)]).toEqual([status, true]);
      const key = sent.key ?? '';
      const whole = key.startsWith('/') ? key.slice(1) : of.prefix + key;
      expect(await emulator.control.readObject(PLACE.bucket, whole)).toBeUndefined();
    }
  });

  test('nothing is written over', async () => {
    expect((await send({ key: 'once.txt', bytes: 3 })).status).toBe(204);
    expect(await send({ key: 'once.txt', bytes: 4 })).toMatchObject({ status: 409 });
    expect(await emulator.control.readObject(PLACE.bucket, `${request.prefix}once.txt`)).toHaveLength(3);
  });

  test('its token and name open nothing', async () => {
    const parts = { 'q-ak': request.secretId, 'x-cos-security-token': request.sessionToken };
    for (const method of ['GET', 'PUT', 'DELETE']) {
      for (const path of ['', `${request.prefix}once.txt`]) {
        const answer = await loopbackFetch(`${origin}/${path}?${new URLSearchParams(parts)}`, { method });
        expect([method, path, answer.status >= 400]).toEqual([method, path, true]);
      }
    }
  });
});

describe('the client', () => {
  test('sends by either way, and hears the checksum', async () => {
    const body = new Blob(['hello']);
    const small = await client.postObject({ key: `${request.prefix}c1.txt`, body, contentType: 'text/plain' });
    const sent: number[] = [];
    const large = await client.putObject(
      { key: `${request.prefix}c2.txt`, body, contentType: 'text/plain' },
      { onSent: (bytes) => sent.push(bytes) },
    );
    expect(small.crc64).toMatch(/^\d+$/);
    expect(large.crc64).toBe(small.crc64);
    const stored = await emulator.control.readObject(PLACE.bucket, `${request.prefix}c2.txt`);
    expect(Buffer.from(stored ?? []).toString()).toBe('hello');
  });

  test('looks at nothing, without a request', async () => {
    emulator.control.clearJournal();
    const key = `${request.prefix}c1.txt`;
    const refused = { failure: { code: 'AccessDenied', status: 403 } };
    await expect(client.headObject({ key })).rejects.toMatchObject(refused);
    await expect(client.getObject({ key })).rejects.toMatchObject(refused);
    await expect(client.listObjects({ prefix: request.prefix })).rejects.toMatchObject(refused);
    await expect(client.deleteObject({ key })).rejects.toMatchObject(refused);
  });

  test('says no by itself once the time is over', async () => {
    emulator.control.moveClock(910 * 1000);
    const late = { key: `${request.prefix}late.txt`, body: new Blob(['x']), contentType: 'text/plain' };
    await expect(client.postObject(late)).rejects.toMatchObject({ failure: { status: 403 } });
    await expect(client.postObject(late)).rejects.toMatchObject({ failure: { code: 'RequestEnded' } });
    expect(overs).toEqual(['time']);
    expect((await send({ key: 'late.txt' })).status).toBe(403);
  });

  test('says that its key is gone, once the bucket has said so and long before its time is over', async () => {
    emulator.control.moveClock(0);
    const early = { key: `${request.prefix}early.txt`, body: new Blob(['x']), contentType: 'text/plain' };
    await second.postObject({ ...early, key: `${request.prefix}before.txt` });
    emulator.control.revokeKeys(request.secretId);
    emulator.control.clearJournal();
    await expect(second.postObject(early)).rejects.toMatchObject({ failure: { code: 'InvalidAccessKeyId' } });
    await expect(second.postObject(early)).rejects.toMatchObject({ failure: { code: 'RequestKeyGone' } });
    await expect(second.putObject(early)).rejects.toMatchObject({ failure: { code: 'RequestKeyGone' } });
    expect(new Set(secondOvers)).toEqual(new Set(['key']));
    // The bucket is asked once: what it said holds for every file after.
    expect(emulator.control.journal().filter(({ operation }) => operation === 'PostObject')).toHaveLength(1);
  });
});
