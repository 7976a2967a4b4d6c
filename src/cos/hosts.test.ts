import { describe, expect, test } from 'vitest';
import { createHosts } from './hosts.ts';

const A = 'https://a.example';
const B = 'https://b.example';

describe('hosts', () => {
  test('transfers alternate, clicks prefer the first', () => {
    const hosts = createHosts([A, B]);
    const first = [1, 2, 3, 4].map(() => hosts.inOrder('transfer')[0]);
    expect(first.filter((origin) => origin === A)).toHaveLength(2);
    expect(first[0]).not.toBe(first[1]);
    expect([1, 2].map(() => hosts.inOrder('interactive'))).toEqual([
      [A, B],
      [A, B],
    ]);
  });

  test('a dead name is left out for a while and its twin carries everything', () => {
    let now = 0;
    const hosts = createHosts([A, B], { now: () => now, quarantineMs: 1000 });
    hosts.markUnreachable(A);
    expect(hosts.inOrder('interactive')).toEqual([B]);
    expect(hosts.inOrder('transfer')).toEqual([B]);
    now = 1000;
    expect(hosts.inOrder('interactive')).toEqual([A, B]);
    hosts.markUnreachable(A);
    hosts.markReachable(A);
    expect(hosts.inOrder('interactive')).toEqual([A, B]);
  });

  test('with every name dead all are tried', () => {
    const hosts = createHosts([A, B]);
    hosts.markUnreachable(A);
    hosts.markUnreachable(B);
    expect(hosts.inOrder('interactive')).toEqual([A, B]);
  });
});
