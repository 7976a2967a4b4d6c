import { expect, test } from 'vitest';
import { parseCopySource } from './copySource.ts';

test.each([
  ['b-1.cos.r.myqcloud.com/a/b.txt', 'b-1.cos.r.myqcloud.com', 'a/b.txt', ''],
  ['b-1.cos.r.localhost:9000/a%2Bb+c%20d%252F', 'b-1.cos.r.localhost:9000', 'a+b+c d%2F', ''],
  ['https://b-1.cos.r.myqcloud.com/%E7%85%A7', 'b-1.cos.r.myqcloud.com', '照', ''],
  ['b-1.cos.r.myqcloud.com//a/../b?versionId=v1', 'b-1.cos.r.myqcloud.com', '/a/../b', 'v1'],
])('%s', (header, host, key, versionId) => {
  expect(parseCopySource(header)).toEqual({ host, key, versionId });
});

test.each(['', 'b-1.cos.r.myqcloud.com', 'b-1.cos.r.myqcloud.com/', '/b-1/key', 'b.cos.r.x/%E7%', 'b.cos.r.x/a?x=1'])(
  'refuses %j',
  (header) => {
    expect(() => parseCopySource(header)).toThrow(expect.objectContaining({ code: 'InvalidCopySource' }));
  },
);
