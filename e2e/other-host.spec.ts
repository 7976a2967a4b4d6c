import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile, MiB } from './fixtures/makeFile.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

/** A name that answers, but lets no page read it: no CORS header on anything. */
async function startClosedName() {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(403).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test('the first name keeps the page out: the second carries everything, and nobody hears of it', async ({
  page,
  app,
  bucket,
  guard,
}, testInfo) => {
  guard.tolerateFailedRequests();
  const closed = await startClosedName();
  const hosts = [closed.origin, bucket.origins[0]];
  app.configure((config) => ({ ...config, connections: config.connections.map((entry) => ({ ...entry, hosts })) }));
  await bucket.put('there.txt');
  await app.open();
  await expect(row(page, 'there.txt')).toBeVisible();
  const file = makeFile(testInfo, 'large.bin', 18 * MiB);
  await chooseFiles(page, 'Upload files', file.path);
  await expectStatus(page, 'large.bin', 'Done');
  expect(await bucket.sha256('large.bin')).toBe(file.sha256);
  await expect(page.getByRole('alert')).toHaveText('');
  closed.close();
});
