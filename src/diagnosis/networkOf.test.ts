import { expect, test } from 'vitest';
import { networkOf } from './networkOf.ts';

test.each([
  ['localhost', 'loopback'],
  ['media.cos.ap-guangzhou.localhost', 'loopback'],
  ['127.0.0.1', 'loopback'],
  ['::1', 'loopback'],
  ['10.0.0.1', 'private'],
  ['172.16.0.1', 'private'],
  ['172.32.0.1', 'public'],
  ['192.168.1.1', 'private'],
  ['100.64.0.1', 'private'],
  ['169.254.0.55', 'private'],
  ['fd00::1', 'private'],
  ['fe80::1', 'private'],
  ['::ffff:10.0.0.1', 'private'],
  ['119.29.29.29', 'public'],
  ['2402:4e00::', 'public'],
  ['media-1250000000.cos-internal.ap-guangzhou.tencentcos.cn', 'internal'],
  ['media-1250000000.cos.ap-guangzhou.myqcloud.com', undefined],
] as const)('%s is %s', (host, network) => {
  expect(networkOf(host)).toBe(network);
});
