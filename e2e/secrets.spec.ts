import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile } from './fixtures/makeFile.ts';
import { secretsFound } from './fixtures/secretsFound.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

/** Where a careless page could leave a secret, and how it is taken away again. */
const PLACES: Readonly<Record<string, readonly [put: (text: string) => unknown, undo: () => unknown]>> = {
  history: [(text) => history.replaceState({ x: text }, ''), () => history.replaceState(null, '')],
  cookies: [
    (text) => {
      document.cookie = `x=${text}`;
    },
    () => {
      document.cookie = 'x=; max-age=0';
    },
  ],
  document: [(text) => document.body.append(text), () => document.body.lastChild?.remove()],
  localStorage: [(text) => localStorage.setItem('x', text), () => localStorage.removeItem('x')],
  sessionStorage: [(text) => sessionStorage.setItem('x', text), () => sessionStorage.removeItem('x')],
  caches: [async (text) => (await caches.open('x')).put(`/?x=${text}`, new Response('')), () => caches.delete('x')],
  databases: [
    (text) =>
      new Promise((done) => {
        const opening = indexedDB.open('x');
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('x').put(text, 1));
        opening.addEventListener('success', () => {
          opening.result.close();
          done(undefined);
        });
      }),
    () => indexedDB.deleteDatabase('x') && undefined,
  ],
};

test('the scan after every journey finds a key or a link wherever a page leaves one', async ({
  page,
  app,
  bucket,
  endpoint,
  guard,
}) => {
  await bucket.put('a.txt');
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();
  const [secret = ''] = endpoint.secrets;
  for (const text of [secret, 'https://a.example/b?q-signature=0']) {
    for (const [place, [put, undo]] of Object.entries(PLACES)) {
      await page.evaluate(put, text);
      const found = await secretsFound(guard, endpoint.secrets);
      expect(found.map((each) => each.split(':')[0])).toEqual([place]);
      await page.evaluate(undo);
      expect(await secretsFound(guard, endpoint.secrets)).toEqual([]);
    }
  }
});

test('keys are kept and shown nowhere', async ({ page, app, bucket, endpoint, guard }, testInfo) => {
  await bucket.put('a.txt', 'hello');
  await app.open();
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'up.bin', 1000).path);
  await expectStatus(page, 'up.bin', 'Done');
  await row(page, 'a.txt').click();
  await page.getByRole('button', { name: 'Share link' }).first().click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Link' })).toHaveValue(/^http/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  expect(endpoint.secrets.length).toBeGreaterThanOrEqual(4);
  expect(await secretsFound(guard, endpoint.secrets)).toEqual([]);
});

test('a page of another site gets no keys from the endpoint', async ({ app, bucket, endpoint, browser }) => {
  const foreign = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Elsewhere</title>');
  }).listen(0, '127.0.0.1');
  await new Promise((done) => {
    foreign.once('listening', done);
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);
  const question = JSON.stringify({ bucket: bucket.name, region: bucket.region, prefix: '', purpose: 'browse' });
  const outcomes = await page.evaluate(
    async ({ url, body }) => {
      const attempts: RequestInit[] = [
        { headers: { 'Content-Type': 'application/json', 'x-beeline': '1' } },
        { headers: { 'Content-Type': 'text/plain' }, mode: 'no-cors' },
        { headers: { 'Content-Type': 'text/plain' } },
      ];
      return Promise.all(
        attempts.map((attempt) =>
          fetch(url, { method: 'POST', body, ...attempt }).then(
            (answer) => answer.text(),
            () => 'blocked',
          ),
        ),
      );
    },
    { url: `${app.origin}/credentials`, body: question },
  );
  expect(outcomes).toEqual(['blocked', '', 'blocked']);
  expect(endpoint.secrets).toEqual([]);
  await page.close();
  foreign.close();
});

test('the page cannot be framed, and carries the strict headers', async ({ page, app }) => {
  const answer = await page.goto(app.origin);
  const headers = answer?.headers() ?? {};
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
  expect(headers['content-security-policy']).not.toContain('unsafe-inline');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
});
