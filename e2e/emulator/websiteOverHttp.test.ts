import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUCKET, REGION, startTestCos, type TestCos } from './testing/startTestCos.ts';

let here: TestCos;
beforeAll(async () => {
  here = await startTestCos({
    buckets: [
      {
        name: BUCKET,
        region: REGION,
        acl: 'public-read',
        website: { indexDocument: 'index.html', errorDocument: 'lost.html' },
      },
      { name: 'plain-1250000000', region: REGION, acl: 'public-read' },
    ],
  });
  const put = (key: string, acl = 'default') =>
    here.cos.control.putObject(BUCKET, key, Buffer.from(key), { contentType: 'text/html', acl });
  for (const key of ['index.html', 'docs/index.html', 'lost.html']) await put(key);
  await put('secret.html', 'private');
});
afterAll(() => here.cos.close());

const visit = (target: string, method = 'GET', bucket = BUCKET) =>
  here.raw({ target, method, host: `${bucket}.cos-website.${REGION}.localhost:${here.cos.port}` });

test.each([
  ['/', 200, 'index.html'],
  ['/docs/', 200, 'docs/index.html'],
  ['/docs/index.html', 200, 'docs/index.html'],
  ['/nowhere', 404, 'lost.html'],
])('%s answers %i with %s', async (target, status, text) => {
  const answer = await visit(target);
  expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([status, text, 'text/html']);
});

test('what is private stays so, nothing can be written, and a bucket without a website has none', async () => {
  expect((await visit('/secret.html')).code).toBe('AccessDenied');
  expect((await visit('/index.html', 'PUT')).code).toBe('MethodNotAllowed');
  expect((await visit('/', 'GET', 'plain-1250000000')).code).toBe('NoSuchWebsiteConfiguration');
});
