import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile } from './fixtures/makeFile.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

/** Everything a page keeps or shows, as one text. */
function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [location.href, history.state, document.cookie, document.documentElement.outerHTML];
    for (const storage of [localStorage, sessionStorage]) kept.push(...Object.entries(storage));
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) kept.push(request.url);
    }
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open(name ?? '');
        opening.addEventListener('success', () => done(opening.result));
        opening.addEventListener('error', () => fail(opening.error ?? new Error('IndexedDB')));
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        await new Promise((done) => {
          all.addEventListener('success', done);
        });
        kept.push(all.result);
      }
      database.close();
    }
    return JSON.stringify(kept);
  });
}

test('keys are kept and shown nowhere', async ({ page, app, bucket, endpoint }, testInfo) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
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
  const kept = `${await everythingKept(page)}\n${said.join('\n')}`;
  for (const secret of endpoint.secrets) {
    expect(kept.includes(secret) || kept.includes(encodeURIComponent(secret))).toBe(false);
  }
  expect(kept).not.toContain('q-signature');
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
