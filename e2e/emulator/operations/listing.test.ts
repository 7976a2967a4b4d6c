import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { XMLParser } from 'fast-xml-parser';
import { BUCKET, REGION, startTestCos, type TestCos } from '../testing/startTestCos.ts';

const OTHER = 'random-1250000000';
let running: TestCos;
beforeAll(async () => {
  running = await startTestCos({
    buckets: [
      { name: BUCKET, region: REGION },
      { name: OTHER, region: REGION },
    ],
  });
});
afterAll(() => running.cos.close());

const list = (query: Record<string, string> = {}) => running.ask({ query });
const namesIn = (xml: string) => [...xml.matchAll(/<(\/?\w+)/g)].map((match) => match[1]);

describe('List Objects', () => {
  beforeAll(async () => {
    const lastModified = new Date('2024-05-01T10:00:00.900Z');
    for (const key of ['a & <b>', 'dir/', 'dir/照片', 'dir/x']) {
      await running.cos.control.putObject(BUCKET, key, Buffer.from('[Object Content]'), { lastModified });
    }
  });

  test('is, byte for byte, the documented document', async () => {
    const answer = await list({ prefix: 'dir/照', 'max-keys': '5' });
    expect(answer.headers).toMatchObject({ 'content-type': 'application/xml', 'x-cos-bucket-region': REGION });
    expect(answer.text.replaceAll(/\s*\n\s*/g, '')).toBe(
      "<?xml version='1.0' encoding='utf-8' ?><ListBucketResult>" +
        `<Name>${BUCKET}</Name><Prefix>dir/照</Prefix><Marker/><MaxKeys>5</MaxKeys><IsTruncated>false</IsTruncated>` +
        '<Contents><Key>dir/照片</Key><LastModified>2024-05-01T10:00:00.000Z</LastModified>' +
        '<ETag>&quot;ee8de918d05640145b18f70f4c3aa602&quot;</ETag><Size>16</Size>' +
        '<Owner><ID>1250000000</ID><DisplayName>1250000000</DisplayName></Owner>' +
        '<StorageClass>STANDARD</StorageClass></Contents></ListBucketResult>',
    );
  });

  test('writes its elements in the documented order, common prefixes before contents', async () => {
    const { text } = await list({ delimiter: '/', 'max-keys': '2', 'encoding-type': 'url' });
    expect(namesIn(text).filter((name) => !name?.startsWith('/'))).toEqual([
      'ListBucketResult',
      'Name',
      'EncodingType',
      'Prefix',
      'Marker',
      'MaxKeys',
      'Delimiter',
      'IsTruncated',
      'CommonPrefixes',
      'Prefix',
      'Contents',
      'Key',
      'LastModified',
      'ETag',
      'Size',
      'Owner',
      'ID',
      'DisplayName',
      'StorageClass',
    ]);
    const truncated = (await list({ delimiter: '/', 'max-keys': '1' })).text;
    expect(truncated).toContain('<IsTruncated>true</IsTruncated><NextMarker>a &amp; &lt;b&gt;</NextMarker>');
  });

  test('encoding-type=url encodes keys, prefixes and markers and keeps the slash', async () => {
    const { text } = await list({ prefix: 'dir/照', marker: 'dir/照', 'encoding-type': 'url' });
    expect(text).toContain('<Prefix>dir/%E7%85%A7</Prefix><Marker>dir/%E7%85%A7</Marker>');
    expect(text).toContain('<Key>dir/%E7%85%A7%E7%89%87</Key>');
  });

  test('a folder object equal to the prefix is an entry of it', async () => {
    const { text } = await list({ prefix: 'dir/', delimiter: '/' });
    expect(text).toContain('<Key>dir/</Key>');
    expect(text).not.toContain('CommonPrefixes');
  });

  test.each([
    [{ delimiter: '//' }, 'InvalidDelimiter'],
    [{ 'max-keys': '0' }, 'InvalidArgument'],
    [{ 'max-keys': '1001' }, 'InvalidArgument'],
    [{ 'max-keys': '-1' }, 'InvalidArgument'],
    [{ 'max-keys': 'many' }, 'InvalidArgument'],
    [{ 'encoding-type': 'base64' }, 'InvalidArgument'],
    [{ 'list-type': '2' }, 'InvalidArgument'],
  ])('refuses %j with %s', async (query, code) => {
    expect(await list(query)).toMatchObject({ status: 400, code });
  });
});

test('any bucket, listed in pages over HTTP, is exactly its keys', async () => {
  const { host } = running;
  const otherHost = host.replace(BUCKET, OTHER);
  const key = fc.string({
    unit: fc.constantFrom('a', 'b', '/', ' ', '+', '%', '照', '\uFF5E', '\u{1F600}'),
    minLength: 1,
    maxLength: 6,
  });
  const parser = new XMLParser({
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => ['Contents', 'CommonPrefixes'].includes(name),
  });
  interface Page {
    IsTruncated: string;
    NextMarker?: string;
    Contents?: { Key: string }[];
    CommonPrefixes?: { Prefix: string }[];
  }
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(
        key.filter((k) => k[0] !== '/'),
        { maxLength: 12 },
      ),
      fc.constantFrom('', '/', 'a'),
      fc.constantFrom('', 'a', 'a/', '照'),
      fc.integer({ min: 1, max: 5 }),
      async (keys, delimiter, prefix, maxKeys) => {
        for (const old of await running.cos.control.listKeys(OTHER)) {
          await running.ask({ method: 'DELETE', key: old, host: otherHost });
        }
        for (const each of keys) await running.cos.control.putObject(OTHER, each, Buffer.from('x'));
        const seen: string[] = [];
        let marker = '';
        for (let isTruncated = true; isTruncated;) {
          const query = { prefix, delimiter, marker, 'max-keys': String(maxKeys), 'encoding-type': 'url' };
          const { text } = await running.ask({ query, host: otherHost });
          const page = (parser.parse(text) as { ListBucketResult: Page }).ListBucketResult;
          seen.push(...(page.CommonPrefixes ?? []).map((folded) => `folder ${decodeURIComponent(folded.Prefix)}`));
          seen.push(...(page.Contents ?? []).map((object) => decodeURIComponent(object.Key)));
          isTruncated = page.IsTruncated === 'true';
          marker = decodeURIComponent(page.NextMarker ?? '');
        }
        const expected = keys
          .filter((each) => each.startsWith(prefix))
          .map((each) => {
            const at = delimiter === '' ? -1 : each.indexOf(delimiter, prefix.length);
            return at < 0 ? each : `folder ${each.slice(0, at + 1)}`;
          });
        // Nothing twice: so the lengths count too.
        expect(seen.toSorted()).toEqual([...new Set(expected)].toSorted());
      },
    ),
    { numRuns: 40 },
  );
});

describe('bucket and service', () => {
  test('HEAD Bucket says where it is', async () => {
    const head = await running.ask({ method: 'HEAD' });
    expect([head.status, head.headers['x-cos-bucket-region']]).toEqual([200, REGION]);
  });

  test('GET Service lists the buckets', async () => {
    const { text } = await running.ask({ host: `service.cos.localhost:${running.cos.port}` });
    const names = [...text.matchAll(/<Name>(.*?)<\/Name><Location>(.*?)<\/Location>/g)].map((m) => `${m[1]} ${m[2]}`);
    expect(names).toEqual([`${BUCKET} ${REGION}`, `${OTHER} ${REGION}`]);
  });

  test('GET Bucket cors: the rules, or that there are none', async () => {
    const none = await running.ask({ query: { cors: '' } });
    expect(none).toMatchObject({ status: 404, code: 'NoSuchCORSConfiguration' });
    await running.cos.control.setCors(BUCKET, [
      {
        allowedOrigins: ['https://app.example'],
        allowedMethods: ['GET', 'PUT'],
        allowedHeaders: ['*'],
        exposeHeaders: ['ETag'],
        maxAgeSeconds: 60,
      },
    ]);
    expect((await running.ask({ query: { cors: '' } })).text).toContain(
      '<CORSConfiguration><CORSRule><AllowedOrigin>https://app.example</AllowedOrigin>' +
        '<AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod><AllowedHeader>*</AllowedHeader>' +
        '<ExposeHeader>ETag</ExposeHeader><MaxAgeSeconds>60</MaxAgeSeconds></CORSRule></CORSConfiguration>',
    );
  });
});
