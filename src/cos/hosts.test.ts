import { describe, expect, test } from 'vitest';
import { createHosts, originsFor } from './hosts.ts';

const A = 'https://a.example';
const B = 'https://b.example';

describe('hosts', () => {
  test('the preferred name comes first every time, so that the second is used only when it is full', () => {
    const hosts = createHosts([A, B]);
    expect([1, 2, 3].map(() => hosts.inOrder())).toEqual([
      [A, B],
      [A, B],
      [A, B],
    ]);
  });

  test('a dead name is left out for a while and its twin carries everything', () => {
    let now = 0;
    const hosts = createHosts([A, B], { now: () => now, quarantineMs: 1000 });
    hosts.markUnreachable(A);
    expect(hosts.inOrder()).toEqual([B]);
    now = 1000;
    expect(hosts.inOrder()).toEqual([A, B]);
    hosts.markUnreachable(A);
    hosts.markReachable(A);
    expect(hosts.inOrder()).toEqual([A, B]);
  });

  test('with every name dead all are tried', () => {
    const hosts = createHosts([A, B]);
    hosts.markUnreachable(A);
    hosts.markUnreachable(B);
    expect(hosts.inOrder()).toEqual([A, B]);
  });

  test('a name that keeps this page out is given up for good once the other one serves it, and never the last', () => {
    const hosts = createHosts([A, B]);
    hosts.markReachable(A);
    expect(hosts.giveUp(B)).toBe(true);
    expect(hosts.inOrder()).toEqual([A]);
    expect(hosts.giveUp(A)).toBe(false);
    hosts.markUnreachable(A);
    expect(hosts.inOrder()).toEqual([A]);
  });

  test('the first name may keep this page out before anything was read: its twin is asked before that is the verdict', () => {
    let now = 0;
    const hosts = createHosts([A, B], { now: () => (now += 1) });
    expect(hosts.giveUp(A)).toBe(true);
    expect(hosts.giveUp(B)).toBe(false);
    // The rule is missing at both. Whoever asks next is told so at once, and asks at another name each time.
    expect(hosts.inOrder()).toEqual([A, B]);
    expect(hosts.giveUp(A)).toBe(false);
    expect(hosts.inOrder()).toEqual([B, A]);
    // Somebody adds it.
    hosts.markReachable(B);
    expect(hosts.giveUp(A)).toBe(true);
    expect(hosts.inOrder()).toEqual([B]);
    expect(createHosts([A]).giveUp(A)).toBe(false);
  });

  test('a silent request is held against its name only when no other was answered there meanwhile', () => {
    let now = 0;
    const hosts = createHosts([A, B], { now: () => now, quarantineMs: 1000 });
    now = 20_000;
    hosts.markReachable(A);
    now = 30_000;
    hosts.markSilent(A, 20_000);
    hosts.markSilent(B, 20_000);
    expect(hosts.inOrder()).toEqual([A]);
    hosts.markReachable(B);
    hosts.markSilent(A, 10_000);
    expect(hosts.inOrder()).toEqual([B]);
  });

  test('a name nobody has heard from is dispensable while there is another', () => {
    const hosts = createHosts([A, B]);
    expect(hosts.isDispensable(A)).toBe(true);
    hosts.markUnreachable(B);
    expect(hosts.isDispensable(A)).toBe(false);
    hosts.markReachable(B);
    hosts.markReachable(A);
    expect(hosts.isDispensable(A)).toBe(false);
    expect(createHosts([A]).isDispensable(A)).toBe(false);
  });
});

test('lists go past the accelerated name of a bucket, objects through it', () => {
  const fast = 'https://a-1250000000.cos.accelerate.myqcloud.com';
  const own = 'https://a-1250000000.cos.ap-guangzhou.myqcloud.com';
  expect(originsFor([fast, own], true)).toEqual([fast, own]);
  expect(originsFor([fast, own], false)).toEqual([own]);
  expect(originsFor([fast], false)).toEqual([fast]);
  expect(originsFor(['https://cos.accelerate.myqcloud.com.evil.example'], false)).toHaveLength(1);
});
