import { expect, test } from 'vitest';
import type { Finding } from '#lib/Finding.ts';
import { orderFindings } from './orderFindings.ts';

test('what has to be mended comes first, in the order a request meets it', () => {
  const findings: readonly Finding[] = [
    { check: 'speed', code: 'SpeedUnknown', severity: 'unknown' },
    { check: 'cors', code: 'CorsMissing', severity: 'bad' },
    { check: 'page', code: 'HeadersWeak', severity: 'warning' },
    { check: 'bucket', code: 'BucketThere', severity: 'good' },
    { check: 'hosts', code: 'PortalInTheWay', severity: 'bad' },
    { check: 'hosts', code: 'AliasDown', severity: 'warning' },
  ];
  expect(orderFindings(findings).map(({ code }) => code)).toEqual([
    'PortalInTheWay',
    'CorsMissing',
    'HeadersWeak',
    'AliasDown',
    'SpeedUnknown',
    'BucketThere',
  ]);
});
