import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Connection } from '#config/DeploymentConfig.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import type { TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import { FailureError } from '#lib/FailureError.ts';
import type { HostState } from '#lib/createHostProbe.ts';
import type { CosClient } from './CosClient.ts';
import { createCosClient } from './createCosClient.ts';
import { createLanes } from './lanes.ts';
import type { SendXhr } from './sendXhr.ts';

const NOW = Date.UTC(2026, 0, 1, 12);
const A = 'https://a-1250000000.cos.ap-guangzhou.myqcloud.com';
const B = 'https://a-1250000000.cos.ap-guangzhou.tencentcos.cn';
const SECRET = 'very-secret-key';
const TOKEN = 'to+ken==';

interface Sent {
  readonly url: URL;
  readonly init: RequestInit & { readonly headers: Record<string, string> };
}
type Answer = Response | Error | 'silence';

afterEach(() => {
  vi.useRealTimers();
});

function signInPage(status: number): Response {
  return new Response('<!DOCTYPE html><p>Sign in to this network', { status });
}

/** A client whose network answers from a list; every request made is kept. */
function setUp(
  answers: readonly Answer[],
  changes: { access?: Connection['access']; state?: HostState; getKeys?: () => Promise<TemporaryCredentials> } = {},
) {
  const sent: Sent[] = [];
  const evicted: string[] = [];
  const clock = createServerClock({ now: () => NOW });
  const lanes = createLanes();
  const remaining = [...answers];
  const answerNext = (url: string, init: RequestInit = {}): Promise<Response> => {
    sent.push({ url: new URL(url), init: { ...init, headers: { ...(init.headers as Record<string, string>) } } });
    const answer = remaining.shift() ?? new TypeError('nothing left to answer');
    if (answer === 'silence') {
      return new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      });
    }
    return answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer);
  };
  const sendXhr: SendXhr = async ({ url, method, headers, body, signal, onSent }) => {
    const response = await answerNext(url, { method, headers, body, ...(signal ? { signal } : {}) });
    onSent?.(body.size);
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
  const keys: TemporaryCredentials = {
    secretId: 'id',
    secretKey: SECRET,
    sessionToken: TOKEN,
    expiresAt: new Date(NOW + 1800_000),
  };
  const cos = createCosClient({
    connection: {
      id: 'a',
      label: 'A',
      bucket: 'a-1250000000',
      region: 'ap-guangzhou',
      prefix: 'team/',
      hosts: [],
      access: changes.access ?? 'credentials',
    },
    credentials: {
      get: changes.getKeys ?? (() => Promise.resolve(keys)),
      evict: (refused) => evicted.push(refused.secretId),
    },
    clock,
    lanes,
    fetch: (url, init) => answerNext(url as string, init),
    sendXhr,
    probe: { probe: () => Promise.resolve(changes.state ?? 'reachable') },
  });
  return { cos, sent, evicted, clock, freeLanes: () => lanes.freeLanes(A) + lanes.freeLanes(B) };
}

function xml(body: string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(`<?xml version="1.0"?>\n${body}`, { status, headers });
}

function refusal(code: string, status: number, extra = '', headers: Record<string, string> = {}): Response {
  return xml(
    `<Error><Code>${code}</Code><Message>${code} it is</Message>${extra}<RequestId>req-1</RequestId></Error>`,
    status,
    headers,
  );
}

function partial(contentRange?: string): Response {
  return new Response('345', {
    status: 206,
    headers: contentRange === undefined ? {} : { 'content-range': contentRange },
  });
}

/** The policy field of a form. */
function policyOf(form = ''): string {
  return /name="policy"\r\n\r\n(\S+)/.exec(form)?.[1] ?? '';
}

const EMPTY_PAGE =
  '<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated></ListBucketResult>';
const list = (cos: CosClient): Promise<unknown> => cos.listObjects({ prefix: 'team/', delimiter: '/' });

describe('how requests look', () => {
  test('a listing is one GET that needs no preflight: signature in the query, no header, nothing kept', async () => {
    const { cos, sent, freeLanes } = setUp([xml(EMPTY_PAGE)]);
    await list(cos);
    const [request] = sent;
    expect(request?.url.origin).toBe(A);
    expect(request?.url.pathname).toBe('/');
    expect(request?.init.headers).toEqual({});
    expect(request?.init).toMatchObject({
      method: 'GET',
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    expect(request?.url.search).toContain('x-cos-security-token=to%2Bken%3D%3D');
    const query = Object.fromEntries(request?.url.searchParams ?? []);
    expect(query).toMatchObject({
      prefix: 'team/',
      delimiter: '/',
      'encoding-type': 'url',
      'q-header-list': 'host',
      'q-url-param-list': 'delimiter;encoding-type;prefix',
      'q-sign-time': `${NOW / 1000 - 60};${NOW / 1000 + 300}`,
    });
    expect(freeLanes()).toBe(12);
  });

  test('a PUT is signed in the header, its metadata covered, its URL bare', async () => {
    const { cos, sent } = setUp([new Response('', { headers: { etag: '"e1"', 'x-cos-hash-crc64ecma': '7' } })]);
    const body = new Blob(['abc']);
    const progress: number[] = [];
    const output = await cos.putObject(
      { key: 'team/a b', body, contentType: 'text/plain', forbidOverwrite: true },
      { onSent: (bytes) => progress.push(bytes) },
    );
    expect(output).toEqual({ etag: 'e1', crc64: '7' });
    expect(progress).toEqual([3]);
    const [request] = sent;
    expect(request?.url.pathname).toBe('/team/a%20b');
    expect(request?.url.search).toBe('');
    expect(request?.init.body).toBe(body);
    expect(request?.init.headers).toMatchObject({
      'Content-Type': 'text/plain',
      'x-cos-forbid-overwrite': 'true',
      'x-cos-security-token': TOKEN,
    });
    expect(request?.init.headers['Authorization']).toContain('q-header-list=host;x-cos-forbid-overwrite&');
  });

  test('writes by fetch do not say no-store, which COS would keep as metadata', async () => {
    const { cos, sent } = setUp([
      xml('<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>'),
    ]);
    expect(await cos.initiateMultipartUpload({ key: 'k' })).toEqual({ uploadId: 'u' });
    expect(sent[0]?.init.cache).toBeUndefined();
  });

  test('a form is a bare POST with its own signature, signed once for many files', async () => {
    const { cos, sent } = setUp([1, 2].map(() => new Response(null, { status: 204, headers: { etag: '"e"' } })));
    expect(await cos.postObject({ key: 'team/照.txt', body: new Blob(['abc']) })).toEqual({ etag: 'e' });
    await cos.postObject({ key: 'team/b.txt', body: new Blob(['def']) });
    const [first, second] = sent.map(({ init }) => new TextDecoder().decode(init.body as Uint8Array));
    expect(sent[0]?.url.href).toMatch(/^https:\/\/[^/]+\/$/);
    expect(Object.keys(sent[0]?.init.headers ?? {})).toEqual(['Content-Type']);
    expect(first).toContain('name="key"\r\n\r\nteam/照.txt\r\n');
    expect(first).toContain('name="file"; filename="file"\r\n\r\nabc\r\n--');
    expect(policyOf(first)).toBe(policyOf(second));
    expect(JSON.parse(atob(policyOf(first)))).toMatchObject({
      conditions: expect.arrayContaining([{ bucket: 'a-1250000000' }, ['starts-with', '$key', 'team/']]),
    });
  });

  test('the options of an upload travel with every way of writing, and a form signs them', async () => {
    const { cos, sent } = setUp([
      new Response(null, { status: 204 }),
      new Response(''),
      new Response(''),
      new Response('<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>'),
    ]);
    const options = { storageClass: 'STANDARD_IA', metadata: { Title: '蜂' } };
    const body = new Blob(['abc']);
    await cos.postObject({ key: 'team/a', body, ...options, trafficLimit: 819_200 });
    await cos.putObject({ key: 'team/a', body, ...options, trafficLimit: 819_200 });
    await cos.uploadPart({ key: 'team/a', uploadId: 'u', partNumber: 1, body, trafficLimit: 819_200 });
    await cos.initiateMultipartUpload({ key: 'team/a', ...options });

    const written = { 'x-cos-storage-class': 'STANDARD_IA', 'x-cos-meta-title': '%E8%9C%82' };
    const limited = { 'x-cos-traffic-limit': '819200' };
    const form = new TextDecoder().decode(sent[0]?.init.body as Uint8Array);
    for (const [name, value] of Object.entries({ ...written, ...limited })) {
      expect(form).toContain(`name="${name}"\r\n\r\n${value}\r\n`);
      expect(JSON.parse(atob(policyOf(form)))).toMatchObject({
        conditions: expect.arrayContaining([{ [name]: value }]),
      });
    }
    expect(sent[1]?.init.headers).toMatchObject({ ...written, ...limited });
    expect(sent[2]?.init.headers).toMatchObject(limited);
    expect(sent[3]?.init.headers).toMatchObject(written);
    expect(sent[3]?.init.headers).not.toHaveProperty('x-cos-traffic-limit');
    for (const { init } of sent.slice(1)) {
      const signed = /q-header-list=([^&]*)/.exec(init.headers['Authorization'] ?? '')?.[1]?.split(';') ?? [];
      const sentHeaders = Object.keys(init.headers).filter(
        (name) => name.startsWith('x-cos-') && name !== 'x-cos-security-token',
      );
      expect(signed).toEqual(expect.arrayContaining(sentHeaders));
    }
  });

  test('the second name carries only what five connections of the first do not', async () => {
    const { cos, sent } = setUp(Array.from({ length: 8 }, () => new Response('')));
    const part = { key: 'k', uploadId: 'u', partNumber: 1, body: new Blob(['x']) };
    await Promise.all(Array.from({ length: 8 }, () => cos.uploadPart(part)));
    const origins = sent.map(({ url }) => url.origin);
    expect(origins).toEqual([A, A, A, A, A, B, B, B]);
  });

  test('a public bucket is asked without a signature', async () => {
    const { cos, sent } = setUp([xml(EMPTY_PAGE), new Response('x', { headers: { 'content-length': '1' } })], {
      access: 'anonymous',
      getKeys: () => Promise.reject(new Error('asked for keys')),
    });
    await list(cos);
    await cos.getObject({ key: 'k', asStored: true });
    expect(sent.map(({ url }) => url.search)).toEqual(['?prefix=team%2F&encoding-type=url&delimiter=%2F', '']);
  });

  test('a public bucket is only read: a write is refused here, in its own words', async () => {
    const { cos, sent } = setUp([], { access: 'anonymous' });
    await expect(cos.deleteObject({ key: 'k' })).rejects.toMatchObject({ failure: { code: 'NeedsKeys' } });
    await expect(cos.putObject({ key: 'k', body: new Blob(['x']) })).rejects.toMatchObject({
      failure: { code: 'NeedsKeys' },
    });
    expect(sent).toEqual([]);
  });

  test('stored bytes are asked for by a signed parameter', async () => {
    const { cos, sent } = setUp([new Response('x', { headers: { 'content-length': '1' } })]);
    await (await cos.getObject({ key: 'k', asStored: true })).body.cancel();
    expect(sent[0]?.url.searchParams.get('response-content-encoding')).toBe('identity');
    expect(sent[0]?.url.searchParams.get('q-url-param-list')).toBe('response-content-encoding');
  });
});

describe('what answers mean', () => {
  test('a listing is decoded at the door', async () => {
    const { cos } = setUp([
      xml(`<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>true</IsTruncated>
        <NextMarker>team/%E7%85%A7%2B1</NextMarker><CommonPrefixes><Prefix>team/a%20b/</Prefix></CommonPrefixes>
        <Contents><Key>team/%E7%85%A7%2B1</Key><LastModified>2020-12-10T03:37:30.000Z</LastModified>
        <ETag>&quot;e1&quot;</ETag><Size>007</Size><StorageClass>NEW_CLASS</StorageClass></Contents></ListBucketResult>`),
    ]);
    expect(await list(cos)).toEqual({
      commonPrefixes: ['team/a b/'],
      nextMarker: 'team/照+1',
      objects: [
        {
          key: 'team/照+1',
          sizeBytes: 7,
          lastModified: new Date('2020-12-10T03:37:30Z'),
          etag: 'e1',
          storageClass: 'NEW_CLASS',
        },
      ],
    });
  });

  test.each<[string, string, string]>([
    ['a web page', '<!doctype html><html><body>Sign in</body></html>', 'UnexpectedAnswer'],
    ['nothing', '', 'UnexpectedAnswer'],
    ['cut XML', EMPTY_PAGE.slice(0, 60), 'UnexpectedAnswer'],
    ['another root', '<ListAllMyBucketsResult/>', 'UnexpectedAnswer'],
    ['no IsTruncated', '<ListBucketResult></ListBucketResult>', 'UnexpectedAnswer'],
    [
      'broken percent-encoding',
      EMPTY_PAGE.replace('<IsT', '<CommonPrefixes><Prefix>%zz</Prefix></CommonPrefixes><IsT'),
      'UnexpectedAnswer',
    ],
    ['more, but no marker', EMPTY_PAGE.replace('false', 'true'), 'ListingBroken'],
    [
      'a name outside of the prefix',
      EMPTY_PAGE.replace('<IsT', '<CommonPrefixes><Prefix>other/</Prefix></CommonPrefixes><IsT'),
      'ListingBroken',
    ],
    ['an error under 200', '<Error><Code>InternalError</Code><Message>later</Message></Error>', 'InternalError'],
  ])('a listing answered with %s is an error, never a short list', async (_what, body, code) => {
    const { cos, freeLanes } = setUp([new Response(body)]);
    await expect(list(cos)).rejects.toMatchObject({
      name: 'CosError',
      failure: { code, facts: { operation: 'ListObjects' } },
    });
    expect(freeLanes()).toBe(12);
  });

  test.each([
    ['<VersioningConfiguration/>', {}],
    ['<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>', { status: 'Enabled' }],
    ['<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>', { status: 'Suspended' }],
  ])('versioning: %s', async (xml, output) => {
    const { cos, sent } = setUp([new Response(xml)]);
    expect(await cos.getBucketVersioning()).toEqual(output);
    expect(sent[0]?.url.searchParams.get('versioning')).toBe('');
  });

  test('a page without end is stopped', async () => {
    const { cos } = setUp([new Response('x'.repeat(9_000_000))]);
    await expect(list(cos)).rejects.toMatchObject({ failure: { code: 'UnexpectedAnswer' } });
  });

  test('a refusal says what was refused, where, and which right is missing', async () => {
    const { cos } = setUp([refusal('AccessDenied', 403)]);
    await expect(list(cos)).rejects.toMatchObject({
      failure: {
        kind: 'service',
        code: 'AccessDenied',
        message: 'AccessDenied it is',
        status: 403,
        requestId: 'req-1',
        facts: {
          operation: 'ListObjects',
          action: 'name/cos:GetBucket',
          bucket: 'a-1250000000',
          host: new URL(A).host,
        },
      },
    });
  });

  test('HEAD has no words, so a GET of one byte asks why', async () => {
    const { cos, sent } = setUp([new Response(null, { status: 403 }), refusal('InvalidObjectState', 403)]);
    await expect(cos.headObject({ key: 'k' })).rejects.toMatchObject({ failure: { code: 'InvalidObjectState' } });
    expect(sent.map(({ init }) => [init.method, init.headers['Range']])).toEqual([
      ['HEAD', undefined],
      ['GET', 'bytes=0-0'],
    ]);
    const granted = setUp([new Response(null, { status: 403 }), new Response('x', { status: 206 })]);
    await expect(granted.cos.headObject({ key: 'k' })).rejects.toMatchObject({
      failure: { code: 'AccessDenied', facts: { action: 'name/cos:HeadObject' } },
    });
    expect(granted.freeLanes()).toBe(12);
  });

  test('Complete waits through spaces and finds the error under 200', async () => {
    const input = { key: 'k', uploadId: 'u', parts: [{ partNumber: 1, etag: 'e1' }] };
    const done = setUp([
      new Response(
        '     <?xml version="1.0"?><CompleteMultipartUploadResult><ETag>"abc-1"</ETag></CompleteMultipartUploadResult>',
      ),
    ]);
    expect(await done.cos.completeMultipartUpload(input)).toMatchObject({ etag: 'abc-1' });
    expect(done.sent[0]?.init.body).toBe(
      '<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>&quot;e1&quot;</ETag></Part></CompleteMultipartUpload>',
    );
    const failed = setUp([new Response('   <Error><Code>NoSuchUpload</Code></Error>')]);
    await expect(failed.cos.completeMultipartUpload(input)).rejects.toMatchObject({
      failure: { code: 'NoSuchUpload' },
    });
  });

  test('a page in place of the bucket at one name: the next attempt goes to its twin', async () => {
    const { cos, sent } = setUp([signInPage(200), new Response(EMPTY_PAGE)]);
    await expect(list(cos)).rejects.toMatchObject({ failure: { code: 'UnexpectedAnswer' } });
    expect(await list(cos)).toMatchObject({ objects: [] });
    expect(sent.map(({ url }) => url.origin)).toEqual([A, B]);
    const refused = setUp([signInPage(511), new Response(EMPTY_PAGE)]);
    await expect(list(refused.cos)).rejects.toMatchObject({ failure: { code: 'UnexpectedAnswer' } });
    await list(refused.cos);
    expect(refused.sent.map(({ url }) => url.origin)).toEqual([A, B]);
  });

  test('a PUT answered with a page is not written', async () => {
    const { cos } = setUp([new Response('<html><body>hotel network</body></html>')]);
    await expect(cos.putObject({ key: 'k', body: new Blob() })).rejects.toMatchObject({
      failure: { code: 'UnexpectedAnswer' },
    });
  });

  test('a range must be the one asked for, and Content-Range readable', async () => {
    const { cos, freeLanes } = setUp([partial('bytes 3-5/10'), partial('bytes 0-2/10'), partial()]);
    const input = { key: 'k', range: { start: 3, end: 6 } };
    const got = await cos.getObject(input);
    expect(got).toMatchObject({ startByte: 3, sizeBytes: 10 });
    await got.body.cancel();
    await expect(cos.getObject(input)).rejects.toMatchObject({ failure: { code: 'UnexpectedAnswer' } });
    await expect(cos.getObject(input)).rejects.toMatchObject({
      failure: { kind: 'cors', code: 'HeaderNotExposed', facts: { header: 'Content-Range' } },
    });
    expect(freeLanes()).toBe(12);
  });

  test('the lane of a download is held until its end, and given back by an abort', async () => {
    const { cos, freeLanes } = setUp([1, 2].map(() => new Response('abc', { headers: { 'content-length': '3' } })));
    const { body } = await cos.getObject({ key: 'k' });
    expect(freeLanes()).toBe(11);
    await new Response(body as BodyInit).text();
    expect(freeLanes()).toBe(12);
    const abort = new AbortController();
    await cos.getObject({ key: 'k' }, { signal: abort.signal });
    abort.abort();
    expect(freeLanes()).toBe(12);
  });

  test('a body that breaks is a lost connection', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new TypeError('terminated')),
    });
    const { cos } = setUp([new Response(broken, { headers: { 'content-length': '3' } })]);
    const { body } = await cos.getObject({ key: 'k' });
    await expect(new Response(body as BodyInit).text()).rejects.toMatchObject({ failure: { code: 'ConnectionLost' } });
  });
});

describe('what is learnt from answers', () => {
  test.each([
    ['ExpiredToken', 400],
    ['ExpiredToken', 403],
    ['InvalidAccessKeyId', 403],
  ])('%s (%d): the keys are forgotten', async (code, status) => {
    const { cos, evicted } = setUp([refusal(code, status)]);
    await expect(list(cos)).rejects.toMatchObject({ failure: { code } });
    expect(evicted).toEqual(['id']);
  });

  test('AccessDenied leaves good keys alone', async () => {
    const { cos, evicted } = setUp([refusal('AccessDenied', 403)]);
    await expect(list(cos)).rejects.toMatchObject({ failure: { code: 'AccessDenied' } });
    expect(evicted).toEqual([]);
  });

  test('a wrong clock is corrected by ServerTime, and the keys stay', async () => {
    const { cos, clock, evicted } = setUp([
      xml(
        '<Error><Code>AccessDenied</Code><Message>Request has expired</Message><ServerTime>2026-01-01T14:00:00Z</ServerTime></Error>',
        403,
      ),
    ]);
    await expect(list(cos)).rejects.toMatchObject({ serverTime: new Date(NOW + 7200_000) });
    expect(clock.offsetMs).toBe(7200_500);
    expect(evicted).toEqual([]);
  });

  test('"Request has expired" under a right clock is about the keys', async () => {
    const { cos, evicted } = setUp([
      xml(
        '<Error><Code>AccessDenied</Code><Message>Request has expired</Message><ServerTime>2026-01-01T12:00:01Z</ServerTime></Error>',
        403,
      ),
    ]);
    await expect(list(cos)).rejects.toMatchObject({ failure: { code: 'AccessDenied' } });
    expect(evicted).toEqual(['id']);
  });

  test('every Date counts', async () => {
    const { cos, clock } = setUp([xml(EMPTY_PAGE, 200, { date: new Date(NOW - 3600_000).toUTCString() })]);
    await list(cos);
    expect(clock.offsetMs).toBe(-3600_000 + 500);
  });

  test('a name at which nothing answers is left out, and its twin carries the next try', async () => {
    const { cos, sent } = setUp([new TypeError('Failed to fetch'), xml(EMPTY_PAGE)], { state: 'unreachable' });
    await expect(list(cos)).rejects.toMatchObject({ failure: { kind: 'network', code: 'HostUnreachable' } });
    await list(cos);
    expect(sent.map(({ url }) => url.origin)).toEqual([A, B]);
  });
});

describe('why a request died', () => {
  const dead = new TypeError('Failed to fetch');

  test('one name keeps this page out, and the other does not: nobody hears of it', async () => {
    const { cos, sent } = setUp([dead, dead, xml(EMPTY_PAGE)]);
    await expect(list(cos)).rejects.toMatchObject({ failure: { kind: 'network', code: 'HostUnreachable' } });
    await list(cos);
    expect(sent.map(({ url }) => url.origin)).toEqual([A, A, B]);
  });

  test('a name that says nothing at all is left before long, and asked no more', async () => {
    vi.useFakeTimers({ now: NOW });
    const { cos, sent } = setUp(['silence', xml(EMPTY_PAGE), xml(EMPTY_PAGE)]);
    const first = list(cos).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(6000);
    expect(await first).toMatchObject({ failure: { kind: 'network', code: 'Timeout' } });
    await list(cos);
    await list(cos);
    expect(sent.map(({ url }) => url.origin)).toEqual([A, B, B]);
  });

  test('a part that stalled at a name where nothing was answered meanwhile goes to the other', async () => {
    const { cos, sent } = setUp(['silence', new Response('', { headers: { etag: '"e"' } })]);
    const given = new AbortController();
    const stalled = new FailureError({ kind: 'network', code: 'Stalled', message: 'no byte for 20 s' });
    const part = { key: 'team/a', uploadId: 'u', partNumber: 1, body: new Blob(['a']) };
    const first = cos.uploadPart(part, { signal: given.signal });
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    given.abort(stalled);
    await expect(first).rejects.toBe(stalled);
    await cos.uploadPart(part);
    expect(sent.map(({ url }) => url.origin)).toEqual([A, B]);
  });

  test('no CORS for this page: bucket and region are named, since a wrong region looks the same', async () => {
    const { cos } = setUp([dead, dead, dead, dead]);
    await expect(list(cos)).rejects.toMatchObject({ failure: { code: 'HostUnreachable' } });
    await expect(list(cos)).rejects.toMatchObject({
      failure: { kind: 'cors', code: 'CorsBlocked', facts: { bucket: 'a-1250000000', region: 'ap-guangzhou' } },
    });
  });

  test('a host whose root can be read has lost us', async () => {
    const { cos } = setUp([dead, refusal('AccessDenied', 403)]);
    await expect(list(cos)).rejects.toMatchObject({ failure: { kind: 'network', code: 'ConnectionLost' } });
  });

  test('offline is said first', async () => {
    const { cos } = setUp([dead], { state: 'offline' });
    await expect(list(cos)).rejects.toMatchObject({ failure: { kind: 'network', code: 'Offline' } });
  });

  test('what the endpoint said passes as it is', async () => {
    const failure = { kind: 'credentials', code: 'SignInRequired', message: 'sign in' } as const;
    const { cos, sent } = setUp([], { getKeys: () => Promise.reject(new FailureError(failure)) });
    await expect(list(cos)).rejects.toMatchObject({ name: 'CosError', failure });
    expect(sent).toEqual([]);
  });

  test('no failure holds a key, a token or a signature', async () => {
    const { cos } = setUp([dead, dead, refusal('SignatureDoesNotMatch', 403), new Response('<html>', { status: 502 })]);
    const seen: unknown[] = [];
    for (let count = 0; count < 3; count += 1)
      await list(cos).catch((error: { failure: unknown }) => seen.push(error.failure));
    expect(seen).toHaveLength(3);
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${SECRET}|to.ken|q-signature`));
  });
});

test('a key no URL can name is refused before keys or network are asked', async () => {
  const { cos, sent } = setUp([], { getKeys: () => Promise.reject(new Error('asked for keys')) });
  const unsafe = { failure: { kind: 'local', code: 'UnsafeKey' } };
  await expect(cos.deleteObject({ key: '..' })).rejects.toMatchObject(unsafe);
  await expect(cos.deleteObject({ key: '' })).rejects.toMatchObject(unsafe);
  await expect(cos.postObject({ key: 'a/../b', body: new Blob() })).rejects.toMatchObject(unsafe);
  expect(sent).toEqual([]);
});

test.each(['${filename}', 'a\nb', ' a', 'a '])('%j never goes by form', async (key) => {
  const { cos, sent } = setUp([]);
  await expect(cos.postObject({ key, body: new Blob() })).rejects.toMatchObject({ failure: { code: 'KeyNotAllowed' } });
  expect(sent).toEqual([]);
});

test('onStart marks the departure, onAlive every byte', async () => {
  const { cos } = setUp([xml(EMPTY_PAGE)]);
  const events: string[] = [];
  await cos.listObjects({ prefix: '' }, { onStart: () => events.push('start'), onAlive: () => events.push('alive') });
  expect(events[0]).toBe('start');
  expect(events.filter((event) => event === 'alive').length).toBeGreaterThan(0);
});
