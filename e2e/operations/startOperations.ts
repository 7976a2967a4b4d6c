import { parseConfig } from '#config/parseConfig.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { createCosClient } from '#cos/createCosClient.ts';
import { createLanes } from '#cos/lanes.ts';
import { DEFAULT_RETRY_POLICY } from '#cos/retryPolicy.ts';
import { createCredentialsProvider } from '#credentials/createCredentialsProvider.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
import { createNameLookup } from '#listing/createNameLookup.ts';
import { createOperationEngine } from '#operations/createOperationEngine.ts';
import { createOperationJournal } from '#operations/createOperationJournal.ts';
import type { OperationEngine } from '#operations/OperationEngine.ts';
import { DEFAULT_OPERATION_POLICY, type OperationPolicy } from '#operations/OperationRun.ts';
import type { Operation } from '#operations/OperationState.ts';
import { createOutageGate } from '#transfers/createOutageGate.ts';
import { emulatorIssuer } from '../credentials/emulatorIssuer.ts';
import type { Policy } from '../credentials/minimalPolicy.ts';
import { createCredentialsEndpoint } from '../credentials-endpoint.ts';
import type { CosEmulator, EmulatorBucket } from '../emulator/EmulatorOptions.ts';
import { startCosEmulator } from '../emulator/startCosEmulator.ts';
import { OWNER, vendorClient } from '../fixtures/vendorClient.ts';
import { loopbackFetch } from '../setup/loopbackFetch.ts';
import { loopbackXhr } from '../setup/loopbackXhr.ts';

export const PLACE = { Bucket: 'operations-1250000000', Region: 'ap-guangzhou' };
/** Another bucket, as connection `d`. */
export const OTHER = { Bucket: 'other-1250000000', Region: 'ap-shanghai' };
const PAGE = 'http://localhost:4173';

/** The engine as `app` builds it, on the local COS, with the reference endpoint's keys, and the vendor's client beside. */
export async function startOperations(
  options: {
    readonly bucket?: Partial<EmulatorBucket>;
    readonly policy?: Partial<OperationPolicy>;
    /** The keys of either bucket may read the other, so that the server can copy by itself. */
    readonly keysReachBoth?: boolean;
    /** Actions the keys lack, though the endpoint does not say so. */
    readonly denied?: readonly string[];
  } = {},
) {
  const emulator = await startCosEmulator({
    buckets: [
      { name: PLACE.Bucket, region: PLACE.Region, ...options.bucket },
      { name: OTHER.Bucket, region: OTHER.Region },
    ],
    accounts: [OWNER],
    minimumPartBytes: 1024,
  });
  const issue = emulatorIssuer(emulator);
  const endpointFor = ({ Bucket, Region }: typeof PLACE) =>
    createCredentialsEndpoint({
      bucket: Bucket,
      region: Region,
      allowedOrigins: [PAGE],
      requestsPerMinute: 1000,
      authenticate: async () => ({ id: 'tester', prefix: '', mayUpload: true, mayDelete: true }),
      issuer: ({ policy, durationSeconds }) => {
        const reading = { effect: 'allow', action: ['name/cos:GetObject'], resource: ['*'] } as const;
        const statement = options.keysReachBoth === true ? [...policy.statement, reading] : policy.statement;
        return issue({ policy: without({ ...policy, statement }, options.denied), durationSeconds });
      },
    });
  const endpoints = new Map([PLACE, OTHER].map((place) => [place.Bucket, endpointFor(place)]));
  const config = parseConfig(
    {
      endpoint: { url: '/credentials', headers: { 'x-beeline': '1', origin: PAGE } },
      connections: [
        { id: 'c', bucket: PLACE.Bucket, region: PLACE.Region, hosts: emulator.bucketOrigins(PLACE.Bucket) },
        { id: 'd', bucket: OTHER.Bucket, region: OTHER.Region, hosts: emulator.bucketOrigins(OTHER.Bucket) },
      ],
    },
    PAGE,
  );
  const clock = createServerClock();
  const lanes = createLanes();
  const credentials = createCredentialsProvider({
    endpoint: config.endpoint,
    clock,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      const { bucket = '' } = (await request.clone().json()) as { bucket?: string };
      return endpoints.get(bucket)?.(request) ?? new Response('', { status: 404 });
    },
  });
  const clients = new Map(
    config.connections.map((connection) => [
      connection.id,
      createCosClient({ connection, credentials, clock, lanes, fetch: loopbackFetch, sendXhr: loopbackXhr }),
    ]),
  );
  const cosFor = (id: string): CosClient => {
    const client = clients.get(id);
    if (client === undefined) throw new Error(`There is no connection ${id}.`);
    return client;
  };
  const [connection] = config.connections;
  if (connection === undefined) throw new Error('There is no connection.');
  const client = cosFor(connection.id);
  const store = createMemoryJournal();
  const timers = { now: Date.now, setTimeout, clearTimeout: (handle: unknown) => clearTimeout(handle as number) };
  const door = createOutageGate({
    network: { isOnline: () => true, subscribe: () => () => undefined },
    timers,
    probeEveryMs: 200,
  });
  let count = 0;
  const openPage = (): { readonly engine: OperationEngine; readonly ended: (id: string) => Promise<Operation> } => {
    const engine = createOperationEngine({
      cosFor,
      doorFor: () => door,
      mayRead: () => true,
      journal: createOperationJournal(store),
      lock: async () => ({ release: () => undefined }),
      isWorkedOn: async () => false,
      lookUp: createNameLookup,
      questions: { begin: () => ({ ask: () => undefined, end: () => undefined, withdraw: () => undefined }) },
      policy: {
        ...DEFAULT_OPERATION_POLICY,
        retry: { ...DEFAULT_RETRY_POLICY, baseDelayMs: 10 },
        ...options.policy,
      },
      newId: () => `operation-${(count += 1)}`,
      now: Date.now,
      random: Math.random,
      setTimeout,
    });
    return { engine, ended: (id) => endOf(engine, id) };
  };
  return {
    emulator,
    client,
    connection,
    credentials,
    sdk: vendorClient(emulator),
    store,
    openPage,
    close: () => closeAll(emulator, door),
  };
}

function without(policy: Policy, denied: readonly string[] = []): Policy {
  return denied.length === 0
    ? policy
    : { ...policy, statement: [...policy.statement, { effect: 'deny', action: denied, resource: ['*'] }] };
}

/** Resolves with the operation once it has ended. Ask before it can have. */
function endOf(engine: OperationEngine, id: string): Promise<Operation> {
  return new Promise((resolve) => {
    engine.subscribe((event) => {
      if (event.type !== 'changed' || event.operation.id !== id) return;
      const { status } = event.operation.state;
      if (status === 'completed' || status === 'failed' || status === 'cancelled') resolve(event.operation);
    });
  });
}

async function closeAll(emulator: CosEmulator, door: { dispose(): void }): Promise<void> {
  door.dispose();
  await emulator.close();
}
