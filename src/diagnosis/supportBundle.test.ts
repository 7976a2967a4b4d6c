import { expect, test } from 'vitest';
import { parseConfig } from '#config/parseConfig.ts';
import { supportBundle } from './supportBundle.ts';

test('a report names bucket, findings and request ids, and nothing that is secret or a name', () => {
  const config = parseConfig(
    {
      endpoint: { url: 'https://keys.example.com/c?token=hush', headers: { 'x-secret': 'hush' } },
      connections: [{ id: 'm', label: 'hush', bucket: 'media-1250000000', region: 'ap-guangzhou', prefix: 'hush/' }],
    },
    'https://files.example.com',
  );
  const report = supportBundle(
    { config, connection: config.connections[0]!, pageOrigin: 'https://files.example.com', pageUrls: [] },
    {
      findings: [
        {
          check: 'bucket',
          code: 'BucketRefuses',
          severity: 'bad',
          failure: {
            kind: 'service',
            code: 'InvalidAccessKeyId',
            message: 'hush',
            requestId: 'Tm8=',
            facts: { key: 'hush' },
          },
        },
      ],
      requests: [
        {
          at: '2026-01-01T00:00:00Z',
          operation: 'GetBucket',
          method: 'GET',
          host: 'h',
          milliseconds: 3,
          outcome: 'answer',
          status: 403,
          requestId: 'Tm8=',
        },
      ],
    },
    { at: '2026-01-01T00:00:01Z', by: 'a browser' },
  );
  expect(JSON.parse(report)).toMatchObject({
    connection: { bucket: 'media-1250000000', isWholeBucket: false },
    endpoint: { url: 'https://keys.example.com/c' },
    findings: [{ code: 'BucketRefuses', failure: { code: 'InvalidAccessKeyId', requestId: 'Tm8=' } }],
    requests: [{ requestId: 'Tm8=' }],
  });
  expect(report).not.toContain('hush');
});
