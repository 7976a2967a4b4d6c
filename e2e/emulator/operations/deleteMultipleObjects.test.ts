import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUCKET, startTestCos, type TestCos } from '../testing/startTestCos.ts';

let running: TestCos;
beforeAll(async () => {
  running = await startTestCos();
});
afterAll(() => running.cos.close());

const bulk = (body: string, headers: Record<string, string> = {}) =>
  running.ask({
    method: 'POST',
    query: { delete: '' },
    body,
    headers: { 'Content-MD5': createHash('md5').update(body).digest('base64'), ...headers },
  });

const deleteDocument = (keys: readonly string[], extra = '') =>
  `<Delete>${extra}${keys.map((key) => `<Object><Key>${key}</Key></Object>`).join('')}</Delete>`;

const stored = (key: string) => running.cos.control.readObject(BUCKET, key);

describe('DELETE Multiple Objects', () => {
  test('lists what is gone, in the order asked; Quiet lists nothing', async () => {
    for (const key of ['bulk/1', 'bulk/2 &']) await running.cos.control.putObject(BUCKET, key, Buffer.from('x'));
    const { text } = await bulk(deleteDocument(['bulk/2 &amp;', 'bulk/1', 'bulk/none']));
    expect(text).toContain(
      '<DeleteResult><Deleted><Key>bulk/2 &amp;</Key></Deleted><Deleted><Key>bulk/1</Key></Deleted>' +
        '<Deleted><Key>bulk/none</Key></Deleted></DeleteResult>',
    );
    expect(await stored('bulk/1')).toBeUndefined();
    expect((await bulk(deleteDocument(['bulk/1'], '<Quiet>true</Quiet>'))).text).toContain('<DeleteResult/>');
  });

  test.each([
    ['no key', deleteDocument([]), {}, 'MalformedXML'],
    ['1,001 keys', deleteDocument(Array.from({ length: 1001 }, (_, index) => `k${index}`)), {}, 'MalformedXML'],
    ['an empty key', deleteDocument(['']), {}, 'MalformedXML'],
    ['another root', '<Remove/>', {}, 'MalformedXML'],
    [
      'an entity bomb',
      '<!DOCTYPE a [<!ENTITY b "c">]><Delete><Object><Key>&b;</Key></Object></Delete>',
      {},
      'MalformedXML',
    ],
    ['a wrong digest', deleteDocument(['k']), { 'Content-MD5': Buffer.alloc(16).toString('base64') }, 'BadDigest'],
    ['a digest that is none', deleteDocument(['k']), { 'Content-MD5': 'x' }, 'InvalidDigest'],
    ['no digest', deleteDocument(['k']), { 'Content-MD5': '' }, 'InvalidRequest'],
    ['no body', '', {}, 'MissingRequestBodyError'],
  ])('refuses %s', async (_, body, headers, code) => {
    expect(await bulk(body, headers)).toMatchObject({ status: 400, code });
  });

  test('1,000 keys, and a version is an error of its own entry', async () => {
    const keys = Array.from({ length: 999 }, (_, index) => `k${index}`);
    const withVersion = '<Object><Key>v</Key><VersionId>1</VersionId></Object>';
    const { text } = await bulk(deleteDocument(keys, withVersion));
    expect(text.match(/<Deleted>/g)).toHaveLength(999);
    expect(text).toMatch(
      /<Error><Key>v<\/Key><VersionId>1<\/VersionId><Code>NoSuchVersion<\/Code><Message>.+<\/Message><\/Error>/,
    );
  });
});
