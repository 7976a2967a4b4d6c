import { describe, expect, test } from 'vitest';
import { inspectLink } from './inspectLink.ts';

const BUCKET = 'media-1250000000';
const REGION = 'ap-guangzhou';
const VIRTUAL = `https://${BUCKET}.cos.${REGION}.myqcloud.com`;
const connections = [
  { bucket: BUCKET, region: REGION, hosts: [VIRTUAL, 'https://files.example.com'] },
  { bucket: 'local-1250000000', region: REGION, hosts: ['http://local-1250000000.cos.ap-guangzhou.localhost:9000'] },
];
const FROM = 1_700_000_000;
const SIGNED = `q-sign-algorithm=sha1&q-ak=AKIDexample&q-sign-time=${FROM};${FROM + 900}&q-key-time=${FROM};${FROM + 900}`;
const FIELDS = `${SIGNED}&q-header-list=host&q-url-param-list=response-content-type%3bresponse-content-disposition&q-signature=00ff`;
const inspect = (url: string) => inspectLink(url, connections);

describe('where an address leads', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['the default domain', `${VIRTUAL}/a/%E7%85%A7.jpg`, { address: 'virtual-host', key: 'a/照.jpg', isListed: true }],
    [
      'the newer domain',
      `https://${BUCKET}.cos.${REGION}.tencentcos.cn/a`,
      { address: 'virtual-host', isListed: false },
    ],
    ['the website', `https://${BUCKET}.cos-website.${REGION}.myqcloud.com/`, { address: 'website', operation: 'list' }],
    ['acceleration', `https://${BUCKET}.cos.accelerate.myqcloud.com/a`, { address: 'accelerate', bucket: BUCKET }],
    ['the inside of the cloud', `https://${BUCKET}.cos-internal.${REGION}.tencentcos.cn/a`, { address: 'internal' }],
    [
      'path-style',
      `https://cos.${REGION}.myqcloud.com/${BUCKET}/a/b.txt`,
      { address: 'path-style', bucket: BUCKET, region: REGION, key: 'a/b.txt' },
    ],
    ['a custom domain of ours', 'https://files.example.com/a%2Bb', { address: 'listed', bucket: BUCKET, key: 'a+b' }],
    ['a custom domain of others', 'https://cdn.example.net/a', { address: 'custom', isListed: false, key: 'a' }],
    ['one with a port', 'http://local-1250000000.cos.ap-guangzhou.localhost:9000/a', { address: 'listed' }],
    [
      'a foreign bucket',
      'https://other-1251111111.cos.ap-tokyo.myqcloud.com/a',
      { isListed: false, region: 'ap-tokyo' },
    ],
    ['an object no URL names', `${VIRTUAL}/a/../b`, { key: 'a/../b', flaws: ['unsafeKey'] }],
  ])('%s', (_what, url, expected) => {
    expect(inspect(url)).toMatchObject(expected);
  });

  test.each(['', 'a/b.txt', 'cos://b/k', 'ftp://a.example/b', `https://me@${BUCKET}.cos.${REGION}.myqcloud.com/a`])(
    '%j is none',
    (text) => {
      expect(inspect(text)).toBeUndefined();
    },
  );

  test('who looks like a listed host is not one', () => {
    for (const url of [`${VIRTUAL}.evil.example/a`, 'https://files.example.com:444/a', 'http://files.example.com/a']) {
      expect(inspect(url)?.isListed).toBe(false);
    }
  });
});

describe('who signed it, from when to when, for what', () => {
  const signature = {
    keyId: 'AKIDexample',
    from: new Date(FROM * 1000),
    until: new Date((FROM + 900) * 1000),
    headers: ['host'],
    parameters: ['response-content-type', 'response-content-disposition'],
  };

  test('seven parameters, whatever is encoded twice', () => {
    const url = `${VIRTUAL}/a?${FIELDS.replaceAll(';', '%3B').replace('%3b', '%253b')}&x-cos-security-token=t%2Bk`;
    expect(inspect(url)).toMatchObject({ flaws: [], signature: { ...signature, form: 'query', hasToken: true } });
  });

  test('one parameter that holds the header form', () => {
    const url = `${VIRTUAL}/a?sign=${encodeURIComponent(decodeURIComponent(FIELDS))}`;
    expect(inspect(url)).toMatchObject({ flaws: [], signature: { ...signature, form: 'sign', hasToken: false } });
  });

  test('the earlier of two ends counts, and that they differ is wrong', () => {
    const url = `${VIRTUAL}/a?${FIELDS.replace(`q-key-time=${FROM};${FROM + 900}`, `q-key-time=${FROM};${FROM + 60}`)}`;
    expect(inspect(url)).toMatchObject({ flaws: ['times'], signature: { until: new Date((FROM + 60) * 1000) } });
  });

  test.each([
    [FIELDS.replace('&q-signature=00ff', ''), ['incomplete']],
    [FIELDS.replace('sha1', 'sha256'), ['algorithm']],
    [FIELDS.replaceAll(`;${FROM + 900}`, `;${FROM - 1}`), ['times']],
    [`${FIELDS}&x-cos-security-token=a%20b`, ['rawPlus']],
    [`${FIELDS}&sign=x`, ['twice']],
    ['X-Amz-Signature=1&X-Amz-Algorithm=AWS4-HMAC-SHA256', ['amazon']],
    ['', []],
  ])('%s: %j', (query, flaws) => {
    expect(inspect(`${VIRTUAL}/a?${query}`)?.flaws).toEqual(flaws);
  });

  test.each([
    ['a', '', 'read'],
    ['', 'prefix=a', 'list'],
    ['a', 'uploadId=1&partNumber=2', 'upload'],
    ['a', 'acl', 'subresource'],
  ])('%j?%s is to %s', (key, query, operation) => {
    expect(inspect(`${VIRTUAL}/${key}?${query}`)?.operation).toBe(operation);
  });

  test('what the answer is to look like', () => {
    const query =
      'response-content-disposition=inline&x-cos-traffic-limit=819200&versionId=v1&response-content-type=a%2Fb';
    expect(inspect(`${VIRTUAL}/a?${query}#secret`)).toMatchObject({
      url: `${VIRTUAL}/a?${query}`,
      overrides: { 'content-disposition': 'inline', 'content-type': 'a/b' },
      trafficLimit: 819_200,
      versionId: 'v1',
    });
  });
});
