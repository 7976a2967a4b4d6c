import { expect, test } from 'vitest';
import { linkOrigins } from './linkOrigins.ts';

const place = { bucket: 'a-1250000000', region: 'ap-guangzhou' };

test.each([
  ['no list: one of the two default domains', [], ['a-1250000000.cos.ap-guangzhou.myqcloud.com *']],
  [
    'a custom domain behind the default one',
    ['https://a-1250000000.cos.accelerate.myqcloud.com', 'https://files.example.com'],
    ['a-1250000000.cos.accelerate.myqcloud.com *', 'files.example.com'],
  ],
  [
    'a custom domain first',
    ['https://files.example.com', 'https://a-1250000000.cos.ap-guangzhou.tencentcos.cn'],
    ['files.example.com'],
  ],
])('%s', (_what, hosts, shown) => {
  const origins = linkOrigins({ ...place, hosts });
  expect(origins.map(({ host, isDefault }) => `${host}${isDefault ? ' *' : ''}`)).toEqual(shown);
});
