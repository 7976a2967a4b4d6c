import { describe, expect, test } from 'vitest';
import { createHosts } from './hosts.ts';

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

  test('a name that keeps this page out is given up when the other one serves it, and never the last', () => {
    const hosts = createHosts([A, B]);
    expect(hosts.giveUp(B)).toBe(false);
    hosts.markReachable(A);
    expect(hosts.giveUp(B)).toBe(true);
    expect(hosts.inOrder()).toEqual([A]);
    expect(hosts.giveUp(A)).toBe(false);
    hosts.markUnreachable(A);
    expect(hosts.inOrder()).toEqual([A]);
  });
});
