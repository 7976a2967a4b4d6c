import { expect, test } from 'vitest';
import { createCheckedLink } from './createCheckedLink.ts';
import type { ShareLinkRequest } from './ShareLink.ts';
import { keysFor, linkServices } from './testing/linkServices.ts';

const request: ShareLinkRequest = { key: 'a.svg', lifeSeconds: 600, disposition: 'inline', fileName: 'a.svg' };

/** A bucket that gives these answers in turn. */
function setUp(...answers: readonly (() => Response)[]) {
  const opened: { url: URL; range: string | null }[] = [];
  const { services } = linkServices(() => keysFor(7200, { narrowed: true }));
  const send = async (asked: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const { url, headers } = new Request(asked, init);
    opened.push({ url: new URL(url), range: headers.get('range') });
    return answers[Math.min(opened.length, answers.length) - 1]!();
  };
  return { opened, services, options: { fetch: send } };
}

const firstByte =
  (headers: Record<string, string> = {}) =>
  () =>
    new Response('x', { status: 206, headers });

test('is opened for one byte before it is shown, and nothing but the link goes along', async () => {
  const { opened, services, options } = setUp(firstByte({ 'x-cos-force-download': 'true' }));
  const link = await createCheckedLink({ ...services, request: { ...request, disposition: 'attachment' } }, options);
  expect(opened).toEqual([{ url: new URL(link.url), range: 'bytes=0-0' }]);
  expect(link.check).toMatchObject({ state: 'works', forcesDownload: true });
});

test('a link that shows is signed with the stored type, so that no holder can add another', async () => {
  const { opened, services, options } = setUp(firstByte({ 'content-type': 'image/svg+xml' }));
  const link = await createCheckedLink({ ...services, request }, options);
  expect(opened).toHaveLength(2);
  expect(new URL(link.url).searchParams.get('response-content-type')).toBe('image/svg+xml');
  expect(new URL(link.url).searchParams.get('q-url-param-list')).toBe(
    'response-content-disposition;response-content-type',
  );
});

test('an object without bytes has no first one, and its link works', async () => {
  const { services, options } = setUp(() => new Response('<Error><Code>InvalidRange</Code></Error>', { status: 416 }));
  const link = await createCheckedLink({ ...services, request: { ...request, contentType: 'text/plain' } }, options);
  expect(link.check.state).toBe('works');
});

test('a refused link is not shown', async () => {
  const body = '<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>';
  const { services, options } = setUp(() => new Response(body, { status: 404 }));
  await expect(createCheckedLink({ ...services, request }, options)).rejects.toMatchObject({
    failure: { code: 'NoSuchKey', facts: { key: 'a.svg' } },
  });
});

test('where nothing readable comes it says so', async () => {
  const { services, options } = setUp(() => {
    throw new TypeError('Failed to fetch');
  });
  const link = await createCheckedLink({ ...services, request }, options);
  expect(link.check).toMatchObject({ state: 'unchecked' });
});
