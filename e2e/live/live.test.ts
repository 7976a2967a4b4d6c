import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { parseConfig } from '#config/parseConfig.ts';
import { createCosClient } from '#cos/createCosClient.ts';
import { createLanes } from '#cos/lanes.ts';
import { describeCosClientContract } from '#cos/testing/cosClientContract.ts';
import { createCredentialsProvider } from '#credentials/createCredentialsProvider.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import { emulatorIssuer } from '../credentials/emulatorIssuer.ts';
import { createCredentialsEndpoint } from '../credentials-endpoint.ts';
import { startCosEmulator } from '../emulator/startCosEmulator.ts';
import { OWNER, vendorClient } from '../fixtures/vendorClient.ts';
import { loopbackFetch } from '../setup/loopbackFetch.ts';
import { cleanUp } from './cleanUp.ts';
import { liveTarget, NO_LIVE_TARGET, type LiveTarget } from './LiveTarget.ts';
import { underPrefix } from './underPrefix.ts';

const PAGE = 'http://localhost:4173';
const COS_MINIMUM_PART_BYTES = 1024 * 1024;

/** The contract of the client, in a corner of a bucket that holds other things, with nothing left behind. */
function describeInACorner(name: string, target: LiveTarget, minimumPartBytes: number): void {
  describeCosClientContract(name, async () => {
    const prefix = `beeline-live/${randomUUID()}/`;
    const { bucket, region, hosts, issuer, vendor } = target;
    const endpoint = createCredentialsEndpoint({
      bucket,
      region,
      allowedOrigins: [PAGE],
      requestsPerMinute: 1000,
      authenticate: async () => ({ id: 'live', prefix, mayUpload: true, mayDelete: true }),
      issuer,
    });
    const config = parseConfig(
      {
        endpoint: { url: '/credentials', headers: { 'x-beeline': '1', origin: PAGE } },
        connections: [{ id: 'c', bucket, region, prefix, hosts }],
      },
      PAGE,
    );
    const clock = createServerClock();
    const client = createCosClient({
      connection: config.connections[0]!,
      credentials: createCredentialsProvider({
        endpoint: config.endpoint,
        clock,
        fetch: (url, init) => endpoint(new Request(url, init)),
      }),
      clock,
      lanes: createLanes(),
      fetch: target.fetch,
      sendXhr: async ({ method, url, headers, body, signal, onSent }) => {
        const response = await target.fetch(url, { method, headers, body, ...(signal ? { signal } : {}) });
        onSent?.(body.size);
        return { status: response.status, headers: response.headers, body: await response.text() };
      },
    });
    return {
      client: underPrefix(client, prefix),
      minimumPartBytes,
      seed: async (key, content) => {
        await vendor.putObject({ Bucket: bucket, Region: region, Key: prefix + key, Body: Buffer.from(content) });
      },
      close: () => cleanUp(target, prefix),
    };
  });
}

const target = liveTarget(process.env);
for (const real of target === undefined ? [] : [target]) {
  describeInACorner(`${real.bucket} in ${real.region}`, real, COS_MINIMUM_PART_BYTES);
}
test.skipIf(target === undefined)(`a real bucket: ${NO_LIVE_TARGET}`, () => expect(target).toBeDefined());

/** The suite itself, so that it works on the day somebody has a bucket for it. */
describe('the live suite on the local COS', async () => {
  const place = { bucket: 'live-1250000000', region: 'ap-guangzhou' };
  const emulator = await startCosEmulator({
    buckets: [{ name: place.bucket, region: place.region }],
    accounts: [OWNER],
    minimumPartBytes: 1024,
  });
  await emulator.control.putObject(place.bucket, 'somebody else’s', Buffer.from('x'));
  afterAll(() => emulator.close());
  const local: LiveTarget = {
    ...place,
    hosts: emulator.bucketOrigins(place.bucket),
    issuer: emulatorIssuer(emulator),
    vendor: vendorClient(emulator),
    fetch: loopbackFetch,
  };
  describeInACorner('in a corner of a bucket', local, 1024);

  test('and it leaves nothing behind', async () => {
    expect(await emulator.control.listKeys(place.bucket)).toEqual(['somebody else’s']);
    expect(await emulator.control.listUploads(place.bucket)).toEqual([]);
  });

  test('nothing but a corner of its own is ever emptied', async () => {
    await expect(cleanUp(local, '')).rejects.toThrow(/Only a prefix/);
    await expect(cleanUp(local, 'somebody')).rejects.toThrow(/Only a prefix/);
  });
});

test('a target is named whole or not at all', () => {
  expect(liveTarget({})).toBeUndefined();
  expect(() => liveTarget({ COS_LIVE_BUCKET: 'a-1250000000' })).toThrow(
    /COS_LIVE_SECRET_ID, COS_LIVE_SECRET_KEY, COS_LIVE_REGION as well/,
  );
});
