/* oxlint-disable vitest/valid-title -- the grid names its tests */
/* oxlint-disable vitest/expect-expect -- `ends` and `endsWell` expect */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CredentialsEndpoint } from '#config/DeploymentConfig.ts';
import { someConnection } from '#config/testing/someConnection.ts';
import type { GetObjectOutput } from '#cos/CosCalls.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { fetchAnswer } from '#cos/fetchAnswer.ts';
import { INTERACTIVE_RETRY_POLICY } from '#cos/retryPolicy.ts';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { createCredentialsProvider } from '#credentials/createCredentialsProvider.ts';
import type { TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import { toFailure } from '#lib/Failure.ts';
import type { Failure } from '#lib/Failure.ts';
import { listPrefix } from '#listing/listPrefix.ts';
import { createFaultyCosClient } from '#transfers/testing/FaultyCosClient.ts';
import type { RequestFault, SeenRequest } from '#transfers/testing/FaultyCosClient.ts';
import { crc64Of, hashHere, MemorySink, patterned, startEngine } from '#transfers/testing/startEngine.ts';
import type { EngineUnderTest } from '#transfers/testing/startEngine.ts';
import { VirtualTime } from '#transfers/testing/VirtualTime.ts';
import { gridTitle } from './faultGrid.ts';
import type { FaultId } from './FaultRow.ts';

const MIB = 1024 * 1024;
const lost: Failure = { kind: 'network', code: 'ConnectionLost', message: 'reset' };
const fail = (failure: Failure, acted = false): RequestFault => ({ type: 'fail', failure, acted });
const service = (code: string, more: Partial<Failure> = {}): RequestFault => fail(serviceFailure(code, more));
const integrity: Failure = { kind: 'integrity', code: 'UnexpectedAnswer', message: 'HTML', status: 200 };
const local = (code: string): RequestFault => fail({ kind: 'network', code, message: '' });

/** What one accident looks like to the client, where any request may meet it. */
const ACCIDENTS: Partial<Record<FaultId, RequestFault>> = {
  F1: fail(lost),
  F2: fail(lost),
  F3: fail(lost, true),
  F4: fail(lost, true),
  F5: local('Timeout'),
  F6: local('Timeout'),
  F7: service('SlowDown'),
  F8: service('InternalError'),
  F9: service('InternalError', { status: 200 }),
  F11: service('ExpiredToken'),
  F13: service('RequestTimeTooSkewed'),
  F18: fail(lost, true),
  F25: local('Timeout'),
};
/** What is said at once, or after the few tries that a person waits for. */
const REFUSALS: Partial<Record<FaultId, { readonly failure: Failure; readonly tries: number }>> = {
  F10: { failure: integrity, tries: INTERACTIVE_RETRY_POLICY.maxUnexpectedAnswers },
  F12: { failure: serviceFailure('AccessDenied'), tries: 1 },
  F17: { failure: { kind: 'cors', code: 'CorsBlocked', message: '' }, tries: 1 },
  F24: { failure: { kind: 'network', code: 'Offline', message: '' }, tries: INTERACTIVE_RETRY_POLICY.maxAttempts },
  F31: {
    failure: { kind: 'credentials', code: 'EndpointUnreachable', message: '' },
    tries: INTERACTIVE_RETRY_POLICY.maxEndpointAttempts,
  },
  F33: { failure: { kind: 'credentials', code: 'SignInRequired', message: '' }, tries: 1 },
  F35: { failure: serviceFailure('UnavailableForLegalReasons', { status: 451 }), tries: 1 },
  F40: {
    failure: { kind: 'network', code: 'HostUnreachable', message: '' },
    tries: INTERACTIVE_RETRY_POLICY.maxAttempts,
  },
};
const policy = { ...INTERACTIVE_RETRY_POLICY, baseDelayMs: 1, maxDelayMs: 1 };

/** A bucket with three objects behind a line that goes wrong `times` times. */
function bucketWith(
  fault: RequestFault,
  times: number,
): { cos: CosClient; inner: InMemoryCosClient; seen: SeenRequest[] } {
  const inner = new InMemoryCosClient();
  for (const key of ['a', 'b', 'c']) inner.seed(key);
  const seen: SeenRequest[] = [];
  let left = times;
  const timers = {
    now: () => performance.now(),
    setTimeout: (callback: () => void) => setTimeout(callback, 0),
    clearTimeout: (handle: number | object) => clearTimeout(handle as NodeJS.Timeout),
  };
  const strike = (): RequestFault | undefined => ((left -= 1) >= 0 ? fault : undefined);
  const cos = createFaultyCosClient({ inner, timers, strike, onRequest: (request) => void seen.push(request) });
  return { cos, inner, seen };
}

async function list(cos: CosClient): Promise<string[]> {
  const names: string[] = [];
  for await (const page of listPrefix(cos, { prefix: '' }, { policy }))
    names.push(...page.entries.map(({ name }) => name));
  return names;
}

describe('a listing', () => {
  for (const fault of ['F1', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F11', 'F13', 'F18', 'F25'] as const)
    test(gridTitle([[fault, 'list']]), async () => {
      const { cos, seen } = bucketWith(ACCIDENTS[fault] ?? fail(lost), 1);
      expect(await list(cos)).toEqual(['a', 'b', 'c']);
      expect(seen).toHaveLength(2);
    });

  for (const fault of ['F10', 'F12', 'F17', 'F24', 'F31', 'F33', 'F35', 'F40'] as const)
    test(gridTitle([[fault, 'list']]), async () => {
      const { failure = integrity, tries } = REFUSALS[fault] ?? {};
      const { cos, seen } = bucketWith(fail(failure), 99);
      expect(toFailure(await list(cos).catch((error: unknown) => error)).code).toBe(failure.code);
      expect(seen).toHaveLength(tries ?? 0);
    });

  test(gridTitle([['F23', 'list']]), async () => {
    const again: RequestFault = { type: 'alter', change: (page) => ({ ...(page as object), nextMarker: 'a' }) };
    const { cos, seen } = bucketWith(again, 99);
    expect(toFailure(await list(cos).catch((error: unknown) => error)).code).toBe('ListingBroken');
    expect(seen).toHaveLength(2);
  });
});

describe('silence of a short question', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** The one function every request goes through gives up by itself, whoever waits. */
  test(gridTitle([['F5', 'list']]), async () => {
    const context = {
      operation: 'ListObjects',
      action: 'name/cos:GetBucket',
      host: 'h',
      bucket: 'b-1250000000',
      region: 'r-1',
    };
    const asking = fetchAnswer(
      {
        fetch: (_url, init) =>
          new Promise((_resolve, reject) => {
            init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
          }),
        request: {
          operation: 'ListObjects',
          action: context.action,
          purpose: 'browse',
          method: 'GET',
          placement: 'query',
        },
        target: { url: 'http://h/', headers: {} },
        context,
        options: {},
        onHeaders: () => undefined,
      },
      async () => 'never',
    ).catch((error: unknown) => toFailure(error).code);
    const isOver = vi.fn<() => void>();
    void asking.then(isOver);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(isOver).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await asking).toBe('Timeout');
  });
});

// Downloads

const BYTES = patterned(3 * MIB);
const CRC = crc64Of(BYTES);

interface Download extends EngineUnderTest {
  readonly id: string;
  readonly sink: MemorySink;
  readonly seen: SeenRequest[];
  /** By the number of the request, from 1. */
  readonly faults: Map<number, RequestFault>;
}

/** 1 MiB first, then one range of 2; the fault strikes from the `nth` request on. */
function download(fault: RequestFault | undefined, { nth = 2, times = 1 } = {}): Download {
  const inner = new InMemoryCosClient({ crc64: () => CRC });
  inner.write('o.bin', new Blob([BYTES]));
  const time = new VirtualTime();
  const seen: SeenRequest[] = [];
  const faults = new Map<number, RequestFault>();
  if (fault) for (let number = nth; number < nth + times; number += 1) faults.set(number, fault);
  const strike = (): RequestFault | undefined => faults.get(seen.length + 1);
  const cos = createFaultyCosClient({ inner, timers: time, strike, onRequest: (request) => void seen.push(request) });
  const started = startEngine({ cosFor: () => cos, timers: time, crc64: hashHere, policy: { blockBytes: 4 * MIB } });
  const sink = new MemorySink();
  const id = started.engine.addDownload({
    connectionId: 'media',
    key: 'o.bin',
    name: 'o.bin',
    sizeBytes: BYTES.length,
    sink,
  });
  return { ...started, time, id, sink, seen, faults };
}

async function endsWell({ id, state, sink, time }: Download, ms = 60_000): Promise<void> {
  await time.pass(ms);
  expect(state(id)).toMatchObject({ status: 'completed' });
  expect([sink.end, crc64Of(sink.bytes)]).toEqual(['committed', CRC]);
}

const answered = (change: (answer: GetObjectOutput) => Partial<GetObjectOutput>): RequestFault => ({
  type: 'alter',
  change: (answer) => ({ ...(answer as object), ...change(answer as GetObjectOutput) }),
});

/** The body as it comes, and then what happens to it after so many bytes. */
function cutAfter(bytes: number, how: 'break' | 'end'): RequestFault {
  return answered(({ startByte }) => {
    let at = startByte;
    const stop = startByte + bytes;
    return {
      body: new ReadableStream({
        pull: (controller) => {
          const end = Math.min(at + 100_000, stop);
          if (at < end) controller.enqueue(BYTES.slice(at, end));
          else if (how === 'end') controller.close();
          else controller.error(Object.assign(new Error('reset'), { failure: lost }));
          at = end;
        },
      }),
    };
  });
}

/** The body at so many bytes per second. */
function crawling(time: VirtualTime, bytesPerSecond: number): RequestFault {
  return answered(({ startByte }) => {
    let at = startByte;
    let isRead = true;
    return {
      body: new ReadableStream({
        cancel: () => {
          isRead = false;
        },
        pull: (controller) =>
          new Promise((resolve) => {
            time.setTimeout(() => {
              resolve();
              if (isRead) controller.enqueue(BYTES.slice(at, at + bytesPerSecond));
              at += bytesPerSecond;
            }, 1000);
          }),
      }),
    };
  });
}

describe('a download', () => {
  for (const fault of ['F1', 'F7', 'F8', 'F11', 'F13'] as const)
    test(gridTitle([[fault, 'download']]), async () => {
      const met = download(ACCIDENTS[fault]);
      await endsWell(met);
      expect([met.seen.length, met.story(met.id).includes('failed')]).toEqual([3, false]);
    });

  for (const [fault, how] of [
    ['F3', 'break'],
    ['F18', 'end'],
  ] as const)
    test(gridTitle([[fault, 'download']]), async () => {
      const met = download(cutAfter(500_000, how));
      await endsWell(met);
      expect(met.seen).toHaveLength(3);
    });

  test(gridTitle([['F5', 'download']]), async () => {
    const met = download({ type: 'hang' });
    await met.time.pass(19_000);
    expect(met.seen).toHaveLength(2);
    await endsWell(met);
    const [, first, second] = met.seen;
    expect((second?.startedAt ?? 0) - (first?.startedAt ?? 0)).toBeLessThan(23_000);
  });

  test(gridTitle([['F6', 'download']]), async () => {
    // The first download's range creeps, the second's, beside it, takes two minutes.
    const met = download(undefined);
    const at = (rate: number): RequestFault => crawling(met.time, rate);
    met.faults.set(2, at(100)).set(4, at(20_000));
    await met.time.pass(50);
    const sink = new MemorySink();
    met.engine.addDownload({ connectionId: 'media', key: 'o.bin', name: 'o.bin', sizeBytes: BYTES.length, sink });
    await met.time.pass(59_000);
    expect(met.seen).toHaveLength(4);
    await met.time.pass(6000);
    expect(met.seen).toHaveLength(5);
    await endsWell(met);
  });

  test(gridTitle([['F10', 'download']]), async () => {
    const html = new TextEncoder().encode('<!doctype html><h1>Welcome</h1>');
    const page = answered(() => ({
      startByte: 0,
      sizeBytes: html.length,
      body: new Blob([html]).stream(),
    }));
    const bare: RequestFault = {
      type: 'alter',
      change: (answer) => {
        const {
          etag: _etag,
          crc64: _crc64,
          ...rest
        } = (page.type === 'alter' ? page.change(answer) : {}) as GetObjectOutput;
        return rest;
      },
    };
    for (const nth of [1, 2]) {
      const met = download(bare, { nth, times: 99 });
      await met.time.pass(60_000);
      expect(['failed', 'paused']).toContain(met.state(met.id).status);
      expect(met.sink.end).toBe('open');
    }
  });

  for (const fault of ['F12', 'F17', 'F35'] as const)
    test(gridTitle([[fault, 'download']]), async () => {
      const { failure = integrity } = REFUSALS[fault] ?? {};
      const met = download(fail(failure), { times: 99 });
      await met.time.pass(1000);
      expect(met.state(met.id)).toMatchObject({ status: 'failed', failure: { code: failure.code }, resumable: true });
      expect([met.seen.length, met.sink.end]).toEqual([2, 'open']);
    });

  for (const fault of ['F14', 'F20'] as const)
    test(gridTitle([[fault, 'download']]), async () => {
      const met = download(answered(() => ({ etag: 'another' })));
      await met.time.pass(1000);
      expect(met.state(met.id)).toMatchObject({ status: 'paused', by: 'question', failure: { code: 'ObjectChanged' } });
      met.engine.startOver(met.id);
      await endsWell(met);
    });

  test(gridTitle([['F15', 'download']]), async () => {
    const met = download(
      answered(({ body: _body, ...answer }) => ({ ...answer, body: new Blob([new Uint8Array(2 * MIB)]).stream() })),
    );
    await met.time.pass(1000);
    expect(met.state(met.id)).toMatchObject({
      status: 'failed',
      failure: { code: 'ChecksumMismatch' },
      resumable: true,
    });
    expect([met.sink.end, met.sink.bytes.length]).toEqual(['open', 0]);
    met.engine.retry(met.id);
    await endsWell(met);
  });

  test(gridTitle([['F16', 'download']]), async () => {
    const hidden: RequestFault = {
      type: 'alter',
      change: (answer) => {
        const { etag: _etag, crc64: _crc64, ...rest } = answer as GetObjectOutput;
        return rest;
      },
    };
    const met = download(hidden, { nth: 1, times: 99 });
    await endsWell(met);
    expect(met.state(met.id)).toMatchObject({ status: 'completed', verified: false });
  });

  test(gridTitle([['F19', 'download']]), async () => {
    const whole = answered(() => ({ startByte: 0, body: new Blob([BYTES]).stream() }));
    const met = download(whole, { nth: 1, times: 99 });
    await endsWell(met);
  });

  test(gridTitle([['F24', 'download']]), async () => {
    const met = download({ type: 'hang' });
    await met.time.pass(100);
    met.setOnline(false);
    await met.time.pass(3_600_000);
    expect(met.state(met.id)).toMatchObject({ status: 'waiting', reason: 'offline' });
    const before = met.seen.length;
    met.setOnline(true);
    await met.time.pass(2000);
    expect(met.seen.length).toBeGreaterThan(before);
    await endsWell(met);
  });

  test(gridTitle([['F25', 'download']]), async () => {
    const met = download({ type: 'hang' });
    await met.time.pass(100);
    met.time.sleep(3_600_000);
    const woke = met.time.now();
    await met.time.pass(5000);
    expect((met.seen.at(-1)?.startedAt ?? 0) - woke).toBeGreaterThan(0);
    await endsWell(met);
  });

  test(gridTitle([['F26', 'download']]), async () => {
    const met = download({ type: 'hang' });
    await met.time.pass(100);
    met.engine.dispose();
    await met.time.pass(1000);
    expect(met.sink.end).toBe('open');
  });

  test(gridTitle([['F27', 'download']]), async () => {
    const met = download(undefined);
    const sink = new MemorySink();
    const twin = met.engine.addDownload({
      connectionId: 'media',
      key: 'o.bin',
      name: 'o.bin',
      sizeBytes: BYTES.length,
      sink,
    });
    await endsWell(met);
    expect([met.state(twin).status, sink.end]).toEqual(['completed', 'committed']);
  });

  test(
    gridTitle([
      ['F28', 'download'],
      ['F38', 'download'],
    ]),
    async () => {
      const met = download(undefined);
      met.sink.write = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
      await met.time.pass(1000);
      expect(met.state(met.id)).toMatchObject({ status: 'failed', failure: { kind: 'local' } });
      expect(met.sink.end).not.toBe('committed');
    },
  );

  for (const [fault, code, reason] of [
    ['F31', 'EndpointUnreachable', 'credentials'],
    ['F33', 'SignInRequired', 'credentials'],
    ['F40', 'HostUnreachable', 'host-down'],
  ] as const)
    test(gridTitle([[fault, 'download']]), async () => {
      const kind = fault === 'F40' ? 'network' : 'credentials';
      const met = download(fail({ kind, code, message: '' }), { times: 12 });
      await met.time.pass(150_000);
      expect(met.state(met.id)).toMatchObject({ status: 'waiting', reason });
      await endsWell(met, 900_000);
    });
});

// Keys

const NOW = Date.UTC(2026, 0, 1);
const endpoint: CredentialsEndpoint = {
  url: 'https://keys.example/sts',
  method: 'POST',
  headers: {},
  withCredentials: false,
  signInUrl: 'https://keys.example/login',
  timeoutSeconds: 10,
};

const broken = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
const busy = (): Response => new Response('', { status: 503, headers: { 'Retry-After': '5' } });
/** Never answers. */
const silent: typeof fetch = (_url, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
  });
/** Answers, and then not a byte more. */
const creeping: typeof fetch = async (_url, init) => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason)),
  });
  return new Response(body);
};

/** Asks through the policy of what a person waits for, time running by itself. */
async function ask(
  answers: readonly (() => Response | Promise<Response>)[],
  state: 'reachable' | 'unreachable' | 'offline' = 'unreachable',
  /** The bucket was heard and tells this time, so the clock is not the one to blame. */
  bucketMs?: number,
) {
  const askedAt: number[] = [];
  const clock = createServerClock();
  if (bucketMs !== undefined) clock.observe(new Date(bucketMs));
  const provider = createCredentialsProvider({
    endpoint,
    clock,
    now: Date.now,
    probe: { probe: () => Promise.resolve(state) },
    fetch: () => {
      const answer = answers[Math.min(askedAt.length, answers.length - 1)] ?? broken;
      askedAt.push(Date.now());
      return Promise.resolve(answer());
    },
  });
  const { callWithRetries } = await import('#cos/callWithRetries.ts');
  const asking = callWithRetries<TemporaryCredentials | Failure>(
    () => provider.get(someConnection, { purpose: 'browse' }),
    {
      random: () => 0.5,
    },
  ).catch((error: unknown) => toFailure(error));
  await vi.advanceTimersByTimeAsync(120_000);
  return { outcome: await asking, askedAt, clock, provider };
}

describe('the key service', () => {
  let issued = 0;
  beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  const keys = (lifeSeconds = 1800, startMs = Date.now()): Response => {
    issued += 1;
    const startTime = Math.floor(startMs / 1000);
    return Response.json({
      credentials: { tmpSecretId: `id${issued}`, tmpSecretKey: 'key', sessionToken: `token${issued}` },
      startTime,
      expiredTime: startTime + lifeSeconds,
    });
  };

  for (const fault of ['F1', 'F2', 'F3', 'F4'] as const)
    test(gridTitle([[fault, 'keys']]), async () => {
      const { outcome, askedAt } = await ask([broken, () => keys()]);
      expect(outcome).toMatchObject({ secretKey: 'key' });
      expect(askedAt).toHaveLength(2);
    });

  test(gridTitle([['F7', 'keys']]), async () => {
    const { outcome, askedAt } = await ask([busy, () => keys()]);
    expect(outcome).toMatchObject({ secretKey: 'key' });
    const waited = (askedAt[1] ?? 0) - (askedAt[0] ?? 0);
    expect(waited).toBeGreaterThanOrEqual(5000);
    expect(waited).toBeLessThanOrEqual(5500);
  });

  test(gridTitle([['F8', 'keys']]), async () => {
    expect((await ask([() => new Response('', { status: 502 }), () => keys()])).outcome).toMatchObject({
      secretKey: 'key',
    });
  });

  for (const [fault, body, code] of [
    ['F9', '{"error":{"code":"Nope"}}', 'EndpointError'],
    ['F10', '<!doctype html>', 'EndpointNotJson'],
    ['F18', '{"credentials":{"tmpSec', 'EndpointNotJson'],
    [
      'F32',
      '{"credentials":{"tmpSecretId":7,"tmpSecretKey":"k","sessionToken":"t"},"expiredTime":1767229200}',
      'EndpointAnswerInvalid',
    ],
  ] as const)
    test(gridTitle([[fault, 'keys']]), async () => {
      const { outcome, askedAt } = await ask([() => new Response(body)]);
      expect(outcome).toMatchObject({ kind: 'credentials', code });
      expect(askedAt).toHaveLength(1);
      expect((outcome as Failure).facts?.field ?? '').toMatch(fault === 'F32' ? /tmpSecretId/ : /^/);
    });

  test(
    gridTitle([
      ['F5', 'keys'],
      ['F6', 'keys'],
    ]),
    async () => {
      vi.useRealTimers();
      for (const send of [silent, creeping]) {
        const provider = createCredentialsProvider({
          endpoint: { ...endpoint, timeoutSeconds: 0.02 },
          clock: createServerClock(),
          fetch: send,
          probe: { probe: () => Promise.resolve('reachable') },
        });
        await expect(provider.get(someConnection, { purpose: 'browse' })).rejects.toMatchObject({
          failure: { code: 'EndpointTimeout' },
        });
      }
    },
  );

  test(
    gridTitle([
      ['F11', 'keys'],
      ['F25', 'keys'],
      ['F26', 'keys'],
      ['F27', 'keys'],
    ]),
    async () => {
      const { provider, askedAt } = await ask([() => keys()]);
      await vi.advanceTimersByTimeAsync(1_500_000);
      await provider.get(someConnection, { purpose: 'browse' });
      expect(askedAt).toHaveLength(2);
      // After an hour of sleep the machine's clock has moved on, and the keys are over.
      vi.setSystemTime(Date.now() + 3_600_000);
      await provider.get(someConnection, { purpose: 'browse' });
      expect(askedAt).toHaveLength(3);
    },
  );

  test(gridTitle([['F13', 'keys']]), async () => {
    for (const offHours of [-24, -1, 1, 24]) {
      const { outcome, clock } = await ask([() => keys(1800, Date.now() + offHours * 3_600_000)]);
      expect(outcome).toMatchObject({ secretKey: 'key' });
      expect(Math.abs(clock.now() - (Date.now() + offHours * 3_600_000))).toBeLessThan(1_800_000);
    }
  });

  test(gridTitle([['F17', 'keys']]), async () => {
    const { outcome, askedAt } = await ask([broken], 'reachable');
    expect(outcome).toMatchObject({ code: 'EndpointBlockedByCors' });
    expect(askedAt).toHaveLength(1);
  });

  test(gridTitle([['F24', 'keys']]), async () => {
    expect((await ask([broken], 'offline')).outcome).toMatchObject({ kind: 'network', code: 'Offline' });
  });

  test(
    gridTitle([
      ['F31', 'keys'],
      ['F40', 'keys'],
    ]),
    async () => {
      const { outcome, askedAt } = await ask([broken]);
      expect(outcome).toMatchObject({ code: 'EndpointUnreachable' });
      expect(askedAt.length).toBeLessThanOrEqual(5);
    },
  );

  test(gridTitle([['F33', 'keys']]), async () => {
    for (const answer of [() => new Response('', { status: 401 }), () => Response.json({}, { status: 401 })]) {
      const { outcome } = await ask([answer]);
      expect(outcome).toMatchObject({ code: 'SignInRequired', facts: { signInUrl: endpoint.signInUrl } });
    }
    expect((await ask([() => new Response('', { status: 403 })])).outcome).toMatchObject({ code: 'EndpointRefused' });
  });

  test(gridTitle([['F34', 'keys']]), async () => {
    const over = await ask([() => keys(1, NOW - 3_600_000)], 'unreachable', NOW);
    expect(over.outcome).toMatchObject({ code: 'KeysExpireAtOnce' });
    expect(over.askedAt).toHaveLength(2);
    const { provider, askedAt } = await ask([() => keys(5)]);
    const before = askedAt.length;
    for (let ms = 0; ms < 20_000; ms += 100) {
      void provider.get(someConnection, { purpose: 'browse' });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(askedAt.length - before).toBeLessThanOrEqual(21);
  });
});
