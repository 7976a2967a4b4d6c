import { describe, expect, test, vi } from 'vitest';
import { createHostProbe } from './createHostProbe.ts';

const ORIGIN = 'https://bucket.example';

function probeWith(answer: () => Promise<Response>, isOnline = true) {
  const fetch = vi.fn<typeof globalThis.fetch>(answer);
  let now = 0;
  const probe = createHostProbe({ fetch, isOnline: () => isOnline, now: () => now });
  return { fetch, probe, pass: (ms: number) => (now += ms) };
}

describe('createHostProbe', () => {
  test('says offline without asking anyone', async () => {
    const { fetch, probe } = probeWith(() => Promise.resolve(new Response()), false);
    expect(await probe.probe(ORIGIN)).toBe('offline');
    expect(fetch).not.toHaveBeenCalled();
  });

  test('says reachable when anything answers, unreachable when nothing does', async () => {
    expect(await probeWith(() => Promise.resolve(new Response())).probe.probe(ORIGIN)).toBe('reachable');
    expect(await probeWith(() => Promise.reject(new TypeError())).probe.probe(ORIGIN)).toBe('unreachable');
  });

  test('one request speaks for many callers and for the next seconds', async () => {
    const { fetch, probe, pass } = probeWith(() => Promise.resolve(new Response()));
    await Promise.all(Array.from({ length: 100 }, () => probe.probe(ORIGIN)));
    pass(2999);
    await probe.probe(ORIGIN);
    expect(fetch).toHaveBeenCalledTimes(1);
    pass(1);
    await probe.probe(ORIGIN);
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});
