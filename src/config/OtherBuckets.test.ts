import { expect, test } from 'vitest';
import { hostsOfOther, isHostTemplate, sourcesOfOthers } from './OtherBuckets.ts';

test.each([
  ['https://{bucket}.cos.{region}.myqcloud.com', true],
  ['https://{bucket}.files.example', true],
  ['http://{bucket}.cos.{region}.localhost:9000', true],
  ['http://{bucket}.files.example', false],
  ['https://files.example', false],
  ['https://{bucket}', false],
  ['https://{bucket}.', false],
  ['https://{bucket}evil.example', false],
  ['https://evil.example/{bucket}.x', false],
  ['https://user@{bucket}.example', false],
  ['https://{bucket}.{host}.example', false],
  ['https://{bucket}.files.example/path', false],
  ['https://{bucket}.files.example?x={region}', false],
  ['https://{bucket}.*.example', false],
  ["https://{bucket}.example;script-src'unsafe-inline'", false],
  ['https://{bucket}.example https://evil.example', false],
  ['javascript:{bucket}.x', false],
])('%s is a template: %s', (text, isOne) => {
  expect(isHostTemplate(text)).toBe(isOne);
});

test('the policy covers the regions that may be typed, and no others', () => {
  expect(sourcesOfOthers({ regions: ['ap-guangzhou'], hosts: [] })).toEqual([
    'https://*.cos.ap-guangzhou.myqcloud.com',
    'https://*.cos.ap-guangzhou.tencentcos.cn',
  ]);
  const own = { regions: ['ap-guangzhou', 'ap-beijing'], hosts: ['https://{bucket}.{region}.files.example'] };
  expect(sourcesOfOthers(own)).toEqual(['https://*.ap-guangzhou.files.example', 'https://*.ap-beijing.files.example']);
  expect(hostsOfOther(own, 'a-1250000000', 'ap-beijing')).toEqual(['https://a-1250000000.ap-beijing.files.example']);
});
