import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { lookUpHost, proxyVariables } from './networkFacts.ts';

test('a host on this machine: its address, its network, an open port and a closed one', async () => {
  const server = createServer((socket) => socket.end());
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  const open = await lookUpHost(`http://bucket.localhost:${port}`);
  expect(open.addresses.map(({ network }) => network)).toContain('loopback');
  expect(open.ports).toEqual([{ port, tcp: 'open' }]);
  await new Promise((closed) => server.close(closed));
  const { ports } = await lookUpHost(`http://127.0.0.1:${port}`);
  expect(ports).toEqual([{ port, tcp: 'ECONNREFUSED' }]);
});

test('a port that speaks no TLS says so, and a name that is nowhere as well', async () => {
  const server = createServer((socket) =>
    socket
      .on('error', () => undefined)
      .resume()
      .end('HTTP/1.1 400 Bad Request\r\n\r\n'),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  const { ports } = await lookUpHost(`https://127.0.0.1:${port}`);
  expect(ports[0]).toMatchObject({ port, tcp: 'open', tls: expect.stringMatching(/SSL|EPROTO|ECONNRESET/) });
  await new Promise((closed) => server.close(closed));
  expect(await lookUpHost('https://no..where')).toMatchObject({ addresses: [], dnsProblem: expect.any(String) });
});

test('proxy variables are shown without their passwords', () => {
  expect(proxyVariables({ HTTPS_PROXY: 'http://me:secret@proxy:8080', no_proxy: 'localhost', PATH: '/bin' })).toEqual([
    'HTTPS_PROXY=http://…@proxy:8080',
    'no_proxy=localhost',
  ]);
});
