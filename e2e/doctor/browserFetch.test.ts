import { describe, expect, test } from 'vitest';
import { browserFetch } from './browserFetch.ts';

const PAGE = 'https://page.example';
const URL_ELSEWHERE = 'https://bucket.example/a';

/** A server that answers everything with these headers and notes what came. */
function server(headers: Record<string, string>, preflight: Record<string, string> = headers, status = 200) {
  const asked: Request[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    asked.push(request);
    const isPreflight = request.method === 'OPTIONS';
    return new Response('body', { status: isPreflight ? status : 200, headers: isPreflight ? preflight : headers });
  };
  return { fetch: browserFetch(send, PAGE), asked };
}

describe('browserFetch', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['the page itself', { 'Access-Control-Allow-Origin': PAGE }, true],
    ['everybody', { 'Access-Control-Allow-Origin': '*' }, true],
    ['another page', { 'Access-Control-Allow-Origin': 'https://other.example' }, false],
    ['nobody', {}, false],
  ])('a plain answer for %s', async (_who, headers, isReadable) => {
    const { fetch, asked } = server(headers);
    const reading = fetch(URL_ELSEWHERE).then((answer) => answer.text());
    expect(await reading.catch(() => 'rejected')).toBe(isReadable ? 'body' : 'rejected');
    expect(asked.map(({ method }) => method)).toEqual(['GET']);
  });

  test('headers that are not exposed are hidden', async () => {
    const { fetch } = server({
      'Access-Control-Allow-Origin': PAGE,
      'Access-Control-Expose-Headers': 'ETag',
      ETag: '"1"',
      Date: 'x',
      'Content-Type': 'text/plain',
    });
    const { headers } = await fetch(URL_ELSEWHERE);
    expect([headers.get('etag'), headers.get('date'), headers.get('content-type')]).toEqual([
      '"1"',
      null,
      'text/plain',
    ]);
  });

  test.each<[string, RequestInit, Record<string, string>, number, boolean]>([
    ['a method that is allowed', { method: 'PUT' }, { 'Access-Control-Allow-Methods': 'PUT' }, 200, true],
    ['a method that is not', { method: 'DELETE' }, { 'Access-Control-Allow-Methods': 'PUT' }, 200, false],
    ['a refused preflight', { method: 'PUT' }, { 'Access-Control-Allow-Methods': 'PUT' }, 403, false],
    ['a header that is allowed', { headers: { 'X-A': '1' } }, { 'Access-Control-Allow-Headers': 'x-a' }, 200, true],
    ['a header that is not', { headers: { 'X-B': '1' } }, { 'Access-Control-Allow-Headers': 'x-a' }, 200, false],
    ['Authorization under *', { headers: { Authorization: '1' } }, { 'Access-Control-Allow-Headers': '*' }, 200, false],
  ])('%s', async (_what, init, allowed, status, isSent) => {
    const allow = { 'Access-Control-Allow-Origin': PAGE };
    const { fetch, asked } = server(allow, { ...allow, ...allowed }, status);
    const sending = fetch(URL_ELSEWHERE, init);
    expect(await sending.catch((error: unknown) => error)).toBeInstanceOf(isSent ? Response : TypeError);
    expect(asked.map(({ method }) => method)).toEqual(['OPTIONS', ...(isSent ? [init.method ?? 'GET'] : [])]);
  });

  test('forms and simple ranges need no preflight, and no-cors reads nothing', async () => {
    const { fetch, asked } = server({ 'Access-Control-Allow-Origin': PAGE });
    await fetch(URL_ELSEWHERE, {
      method: 'POST',
      body: 'a',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    });
    await fetch(URL_ELSEWHERE, { headers: { Range: 'bytes=0-1' } });
    expect(await (await fetch(URL_ELSEWHERE, { mode: 'no-cors' })).text()).toBe('');
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
  });
});
