import { expect, test } from 'vitest';
import { askLink } from './askLink.ts';
import { inspectLink } from './inspectLink.ts';

const HOST = 'https://a-1250000000.cos.ap-guangzhou.myqcloud.com';
const OTHER = 'https://a-1250000000.cos.ap-guangzhou.tencentcos.cn';
const connections = [{ bucket: 'a-1250000000', region: 'ap-guangzhou', hosts: [HOST, OTHER] }];
const error = (code: string): Response =>
  new Response(`<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>m</Message></Error>`, {
    status: 403,
  });

async function ask(url: string, answers: Record<string, Response | 'nothing'> = {}, isUp = false) {
  const asked: string[] = [];
  const facts = inspectLink(url, connections);
  if (facts === undefined) throw new Error(`${url} is no address`);
  const answer = await askLink(facts, {
    connections,
    now: () => 0,
    probe: { probe: async () => (isUp ? 'reachable' : 'unreachable') },
    fetch: async (input) => {
      const url = input instanceof Request ? input.url : input.toString();
      asked.push(url);
      const found = answers[new URL(url).origin];
      if (found === undefined || found === 'nothing') throw new TypeError('Failed to fetch');
      return found;
    },
  });
  return { asked, answer };
}

test.each([
  'https://other-1251111111.cos.ap-guangzhou.myqcloud.com/a',
  `${HOST}.evil.example/a`,
  'https://evil.example/a',
  `${HOST}:8443/a`,
  'https://cos.ap-guangzhou.myqcloud.com/a-1250000000/a',
  `${HOST}/a?uploadId=1&partNumber=1`,
  `${HOST}/a?acl`,
  `${HOST}/`,
  `${HOST}/a/../b`,
])('nobody is asked about %s', async (url) => {
  const { asked, answer } = await ask(url);
  expect([asked, answer.type]).toEqual([[], 'notAsked']);
});

const signed = `q-sign-algorithm=sha1&q-ak=k&q-sign-time=1;2&q-key-time=1;2&q-url-param-list=&q-signature=s`;

test('the other address of the bucket is tried where the host is signed', async () => {
  const query = `?${signed}&q-header-list=host`;
  const answers = { [HOST]: error('SignatureDoesNotMatch'), [OTHER]: new Response('x', { status: 206 }) };
  const { asked, answer } = await ask(`${HOST}/a${query}`, answers);
  expect(asked).toEqual([`${HOST}/a${query}`, `${OTHER}/a${query}`]);
  expect(answer).toMatchObject({ type: 'answered', code: 'SignatureDoesNotMatch', worksAt: OTHER });
});

test('and not where it is none of the matter', async () => {
  const { asked } = await ask(`${HOST}/a?${signed}&q-header-list=`, { [HOST]: error('SignatureDoesNotMatch') });
  expect(asked).toHaveLength(1);
});

test('an answer that is kept from the page is told from none', async () => {
  expect((await ask(`${HOST}/a`, {}, true)).answer.type).toBe('hidden');
  expect((await ask(`${HOST}/a`, {}, false)).answer.type).toBe('silent');
});
