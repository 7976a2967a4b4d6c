import { describe, expect, test } from 'vitest';
import { isLoopbackHost } from './bucketHost.ts';
import { bucketOrigins, dispatch, findBucketByHost } from './dispatch.ts';
import { parseTarget } from './parseTarget.ts';

const bucket = { name: 'media-1250000000', region: 'ap-guangzhou' };
const buckets = new Map([[bucket.name, bucket]]);

describe('names this server answers to', () => {
  test.each<[string, boolean]>([
    ['localhost:9000', true],
    ['127.0.0.1:9000', true],
    ['[::1]:9000', true],
    ['LOCALHOST:9000', true],
    ['media-1250000000.cos.ap-guangzhou.localhost:9000', true],
    ['localhost', false],
    ['localhost:9001', false],
    ['evil.example:9000', false],
    ['localhost.evil.example:9000', false],
    ['notlocalhost:9000', false],
    ['', false],
    ['localhost:9000:9000', false],
    ['evil.example#.localhost:9000', true], // no browser sends this; it is a name of this machine all the same
  ])('%s → %s', (host, expected) => {
    expect(isLoopbackHost(host, 9000)).toBe(expected);
  });
});

describe('host and path', () => {
  test('both names of a bucket lead to it, and its origins are those names', () => {
    for (const origin of bucketOrigins(bucket, 9000)) {
      const host = origin.replace('http://', '');
      expect(dispatch(host, '/a//b/../c', buckets, true)).toEqual({ type: 'bucket', bucket, key: 'a//b/../c' });
    }
  });

  test.each([
    'media-1250000000.cos.ap-beijing.localhost:9000',
    'other-1250000000.cos.ap-guangzhou.localhost:9000',
    '__proto__.cos.ap-guangzhou.localhost:9000',
    'media-1250000000.localhost:9000',
    'localhost:9000',
  ])('%s is no bucket', (host) => {
    expect(() => dispatch(host, '/k', buckets, true)).toThrowError(
      expect.objectContaining({ status: 404, code: 'NoSuchBucket' }),
    );
  });

  test('a path-style address is refused, or served with the switch', () => {
    const host = 'cos.ap-guangzhou.localhost:9000';
    expect(() => dispatch(host, '/media-1250000000/k', buckets, true)).toThrowError(
      expect.objectContaining({ status: 403, code: 'PathStyleDomainForbidden' }),
    );
    expect(dispatch(host, '/media-1250000000/k/l', buckets, false)).toEqual({ type: 'bucket', bucket, key: 'k/l' });
    expect(dispatch(host, '/media-1250000000', buckets, false)).toEqual({ type: 'bucket', bucket, key: '' });
  });

  test('the service has two names', () => {
    expect(dispatch('service.cos.localhost:9000', '/', buckets, true)).toEqual({ type: 'service' });
    expect(dispatch('cos.ap-guangzhou.localhost:9000', '/', buckets, true)).toEqual({ type: 'service' });
  });

  test('a copy source may name the bucket as here or as in the cloud, but in its own region', () => {
    expect(findBucketByHost('media-1250000000.cos.ap-guangzhou.myqcloud.com', buckets)).toBe(bucket);
    expect(findBucketByHost('media-1250000000.cos-alias.ap-guangzhou.localhost:1', buckets)).toBe(bucket);
    expect(findBucketByHost('media-1250000000.cos.ap-beijing.myqcloud.com', buckets)).toBeUndefined();
  });
});

describe('request targets', () => {
  test.each<[string, string, Record<string, string>]>([
    ['/', '/', {}],
    ['/a//b/../c', '/a//b/../c', {}],
    ['/%2e%2e/a', '/../a', {}],
    ['/a%252Fb', '/a%2Fb', {}],
    ['/a+b', '/a+b', {}],
    ['/%E4%B8%AD?acl', '/中', { acl: '' }],
    ['/?prefix=a%2Bb%20c&marker=', '/', { prefix: 'a+b c', marker: '' }],
    ['/?a=b=c?d', '/', { a: 'b=c?d' }],
    ['/?__proto__=x', '/', JSON.parse('{"__proto__":"x"}') as Record<string, string>],
  ])('%s', (target, path, query) => {
    expect(parseTarget(target)).toEqual({ path, query: new Map(Object.entries(query)) });
  });

  test.each<[string, string]>([
    ['/%', 'InvalidURI'],
    ['/%ff', 'InvalidURI'],
    ['http://evil.example/', 'InvalidURI'],
    ['*', 'InvalidURI'],
    ['/?prefix=a+b', 'InvalidArgument'],
    ['/?a=1&a=2', 'InvalidArgument'],
  ])('%s is refused as %s', (target, code) => {
    expect(() => parseTarget(target)).toThrowError(expect.objectContaining({ status: 400, code }));
  });
});
