import { expect, test } from 'vitest';
import { parseConfig } from '#config/parseConfig.ts';
import { shareConnection } from './shareConnection.ts';

const config = parseConfig(
  {
    endpoint: { url: '/keys' },
    connections: [
      { id: 'a', bucket: 'a-1250000000', region: 'ap-guangzhou' },
      { id: 'b', bucket: 'b-1250000000', region: 'ap-beijing', hosts: ['https://files.example'] },
    ],
    otherBuckets: { regions: ['ap-shanghai'] },
  },
  'https://beeline.example',
);
const share = (bucket: string, region: string, origin: string) => ({
  bucket,
  region,
  origin,
  title: 'T',
  prefix: '',
  secretId: 'k',
  sessionToken: 't',
  startSeconds: 1,
  endSeconds: 2,
});
const own = (bucket: string, region: string): string => `https://${bucket}.cos.${region}.myqcloud.com`;

test.each([
  ['a-1250000000', 'ap-guangzhou', own('a-1250000000', 'ap-guangzhou')],
  ['a-1250000000', 'ap-guangzhou', 'https://a-1250000000.cos.ap-guangzhou.tencentcos.cn'],
  ['b-1250000000', 'ap-beijing', 'https://files.example'],
  ['c-1250000001', 'ap-shanghai', own('c-1250000001', 'ap-shanghai')],
])('%s in %s at %s is of this page', (bucket, region, origin) => {
  const connection = shareConnection(config, share(bucket, region, origin));
  expect(connection).toMatchObject({ bucket, region, hosts: [origin] });
});

test.each([
  ['another host', 'a-1250000000', 'ap-guangzhou', 'https://evil.example'],
  [
    'a host that begins the same',
    'a-1250000000',
    'ap-guangzhou',
    `${own('a-1250000000', 'ap-guangzhou')}.evil.example`,
  ],
  ['another port', 'a-1250000000', 'ap-guangzhou', `${own('a-1250000000', 'ap-guangzhou')}:8443`],
  ['the host of another bucket', 'a-1250000000', 'ap-guangzhou', 'https://files.example'],
  ['the default host of a bucket with its own', 'b-1250000000', 'ap-beijing', own('b-1250000000', 'ap-beijing')],
  ['a bucket in a region that is not listed', 'c-1250000001', 'ap-beijing', own('c-1250000001', 'ap-beijing')],
  ['the endpoint', 'a-1250000000', 'ap-guangzhou', 'https://beeline.example'],
])('%s is not', (_what, bucket, region, origin) => {
  expect(() => shareConnection(config, share(bucket, region, origin))).toThrow('ShareElsewhere');
});
