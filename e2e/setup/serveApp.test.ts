import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appConfig } from './appConfig.ts';
import { onFirstFreePort } from './onFirstFreePort.ts';
import { serveApp, type AppServer } from './serveApp.ts';

const folder = mkdtempSync(join(tmpdir(), 'beeline-dist-'));
let app: AppServer;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Beeline</title>');
  writeFileSync(join(folder, 'config.json'), '{"from":"the build"}');
  writeFileSync(join(folder, 'assets/worker-1.js'), '');
  app = await serveApp({ folder, port: 0 });
  app.setConfig(appConfig({ bucket: 'media-1250000000', region: 'ap-guangzhou', hosts: ['http://m.localhost:9000'] }));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, fail) => {
    request(`${app.origin}${path}`, { headers, method }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    })
      .on('error', fail)
      .end();
  });
}

test.each(['/', '/index.html', '/assets/worker-1.js', '/config.json'])('%s carries the policy', async (path) => {
  const { status, headers } = await ask(path);
  expect(status).toBe(200);
  expect(headers['content-security-policy']).toContain('connect-src');
  expect(headers['content-security-policy']).toContain('http://m.localhost:9000');
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('hashed files are cached for good, the page and its settings are asked for again', async () => {
  expect((await ask('/assets/worker-1.js')).headers['cache-control']).toContain('immutable');
  expect((await ask('/')).headers['cache-control']).toBe('no-cache');
  expect((await ask('/config.json')).headers['cache-control']).toBe('no-cache');
});

test('config.json is the running one, not the build’s; text is served as it is', async () => {
  expect(JSON.parse((await ask('/config.json')).text)).toMatchObject({ connections: [{ bucket: 'media-1250000000' }] });
  app.setConfig('<!doctype html>');
  const broken = await ask('/config.json');
  expect(broken.text).toBe('<!doctype html>');
  expect(broken.headers['content-security-policy']).toContain("default-src 'none'");
});

test('the endpoint answers beside the page, and a handler that throws drops the connection', async () => {
  app.setEndpoint(async (asked) => Response.json({ method: asked.method, header: asked.headers.get('x-beeline') }));
  const { text } = await ask('/credentials', { 'x-beeline': '1' }, 'POST');
  expect(JSON.parse(text)).toEqual({ method: 'POST', header: '1' });
  app.setEndpoint(async () => {
    throw new Error('down');
  });
  await expect(ask('/credentials', {}, 'POST')).rejects.toThrow(/hang up|reset/);
});

test('a name that was pointed at this machine is refused', async () => {
  expect((await ask('/', { Host: 'evil.example' })).status).toBe(403);
  expect((await ask('/', { Host: `127.0.0.1:${new URL(app.origin).port}` })).status).toBe(200);
});

test('a taken port is said, and the next one used', async () => {
  const taken = Number(new URL(app.origin).port);
  const said: string[] = [];
  const second = await onFirstFreePort(
    taken,
    (port) => serveApp({ folder, port }),
    (message) => said.push(message),
  );
  expect(said[0]).toBe(`Port ${taken} is taken, trying ${taken + 1}.`);
  expect(second.origin).not.toBe(app.origin);
  await second.close();
});
