import { describe, expect, test } from 'vitest';
import type { HostState } from '#lib/createHostProbe.ts';
import { createNetworkExplainer } from './createNetworkExplainer.ts';

const ORIGIN = 'https://a.example';
const get = { origin: ORIGIN, method: 'GET', isPreflighted: false, hasSentBytes: false };
const put = { origin: ORIGIN, method: 'PUT', isPreflighted: true, hasSentBytes: false };

function setUp(state: HostState, isRootReadable: boolean) {
  let rootReads = 0;
  let nowMs = 0;
  const readRoot = (): Promise<Response> => {
    rootReads += 1;
    return isRootReadable ? Promise.resolve(new Response('', { status: 403 })) : Promise.reject(new TypeError());
  };
  const explainer = createNetworkExplainer({ probe: () => Promise.resolve(state) }, readRoot, () => nowMs);
  return { explainer, rootReads: () => rootReads, pass: (ms: number) => (nowMs += ms) };
}

describe('createNetworkExplainer', () => {
  test.each([
    ['offline', 'Offline'],
    ['unreachable', 'HostUnreachable'],
  ] as const)('a host that is %s', async (state, cause) => {
    expect(await setUp(state, true).explainer.explain(put)).toBe(cause);
  });

  test('GET: the readable root tells a lost connection from a missing rule', async () => {
    expect(await setUp('reachable', true).explainer.explain(get)).toBe('ConnectionLost');
    expect(await setUp('reachable', false).explainer.explain(get)).toBe('CorsBlocked');
  });

  test('a method that was ever answered is covered by the rule', async () => {
    const { explainer, rootReads } = setUp('reachable', false);
    explainer.noteReadable(ORIGIN, 'PUT');
    expect(await explainer.explain(put)).toBe('ConnectionLost');
    expect(rootReads()).toBe(0);
    expect(await explainer.explain(get)).toBe('CorsBlocked');
  });

  test('bytes that left prove that the preflight passed', async () => {
    const { explainer } = setUp('reachable', false);
    expect(await explainer.explain({ ...put, hasSentBytes: true })).toBe('ConnectionLost');
  });

  test('a rule that lacks PUT is noticed when it keeps failing', async () => {
    const { explainer, pass } = setUp('reachable', true);
    expect(await explainer.explain(put)).toBe('ConnectionLost');
    pass(400);
    expect(await explainer.explain(put)).toBe('ConnectionLost');
    pass(700);
    expect(await explainer.explain(put)).toBe('CorsBlocked');
    explainer.noteReadable(ORIGIN, 'PUT');
    expect(await explainer.explain(put)).toBe('ConnectionLost');
  });

  test('eleven parts lost together are no missing rule', async () => {
    const { explainer, pass } = setUp('reachable', true);
    const causes = await Promise.all(Array.from({ length: 11 }, () => explainer.explain(put)));
    expect(new Set(causes)).toEqual(new Set(['ConnectionLost']));
    pass(500);
    explainer.noteReadable(ORIGIN, 'PUT');
    pass(60_000);
    expect(await explainer.explain(put)).toBe('ConnectionLost');
  });

  test('many that failed together ask once', async () => {
    const { explainer, rootReads } = setUp('reachable', true);
    await Promise.all(Array.from({ length: 20 }, () => explainer.explain(get)));
    expect(rootReads()).toBe(1);
  });
});
