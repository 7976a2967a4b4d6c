import { parseConfig } from '#config/parseConfig.ts';
import { createCosClient } from '#cos/createCosClient.ts';
import { createLanes } from '#cos/lanes.ts';
import { describeCosClientContract } from '#cos/testing/cosClientContract.ts';
import { createCredentialsProvider } from '#credentials/createCredentialsProvider.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import { emulatorIssuer } from './credentials/emulatorIssuer.ts';
import { createCredentialsEndpoint } from './credentials-endpoint.ts';
import { startCosEmulator } from './emulator/startCosEmulator.ts';
import { loopbackFetch } from './setup/loopbackFetch.ts';
import { loopbackXhr } from './setup/loopbackXhr.ts';

const PLACE = { bucket: 'contract-1250000000', region: 'ap-guangzhou' };
const PAGE = 'http://localhost:4173';
const MINIMUM_PART_BYTES = 1024;

// What every client of a bucket owes, held against the real wire: the client of the app, the reference endpoint, the local COS.
describeCosClientContract('the client on the local COS', async () => {
  const emulator = await startCosEmulator({
    buckets: [{ name: PLACE.bucket, region: PLACE.region }],
    minimumPartBytes: MINIMUM_PART_BYTES,
  });
  const endpoint = createCredentialsEndpoint({
    ...PLACE,
    allowedOrigins: [PAGE],
    requestsPerMinute: 1000,
    authenticate: async () => ({ id: 'contract', prefix: '', mayUpload: true, mayDelete: true }),
    issuer: emulatorIssuer(emulator),
  });
  const config = parseConfig(
    {
      endpoint: { url: '/credentials', headers: { 'x-beeline': '1', origin: PAGE } },
      connections: [{ id: 'c', ...PLACE, hosts: emulator.bucketOrigins(PLACE.bucket) }],
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
    fetch: loopbackFetch,
    sendXhr: loopbackXhr,
  });
  return {
    client,
    minimumPartBytes: MINIMUM_PART_BYTES,
    seed: (key, content) => emulator.control.putObject(PLACE.bucket, key, new TextEncoder().encode(content)),
    close: () => emulator.close(),
  };
});
