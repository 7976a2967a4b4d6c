import { parseConfig } from '#config/parseConfig.ts';
import { createCosClient } from '#cos/createCosClient.ts';
import { createLanes } from '#cos/lanes.ts';
import { DEFAULT_RETRY_POLICY } from '#cos/retryPolicy.ts';
import { createCredentialsProvider } from '#credentials/createCredentialsProvider.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
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
const PAGE = 'http://localhost:4173';

/** The engine as `app` builds it, on the local COS, with the reference endpoint's keys, and the vendor's client beside. */
export async function startOperations(
  options: {
    readonly bucket?: Partial<EmulatorBucket>;
    readonly policy?: Partial<OperationPolicy>;
    /** Actions the keys lack, though the endpoint does not say so. */
    readonly denied?: readonly string[];
  } = {},
) {
  const emulator = await startCosEmulator({
    buckets: [{ name: PLACE.Bucket, region: PLACE.Region, ...options.bucket }],
    accounts: [OWNER],
    minimumPartBytes: 1024,
  });
  const issue = emulatorIssuer(emulator);
  const endpoint = createCredentialsEndpoint({
    bucket: PLACE.Bucket,
    region: PLACE.Region,
    allowedOrigins: [PAGE],
    requestsPerMinute: 1000,
    authenticate: async () => ({ id: 'tester', prefix: '', mayUpload: true, mayDelete: true }),
    issuer: (wanted) => issue({ ...wanted, policy: without(wanted.policy, options.denied) }),
  });
  const config = parseConfig(
    {
      endpoint: { url: '/credentials', headers: { 'x-beeline': '1', origin: PAGE } },
      connections: [
        { id: 'c', bucket: PLACE.Bucket, region: PLACE.Region, hosts: emulator.bucketOrigins(PLACE.Bucket) },
      ],
    },
    PAGE,
  );
  const [connection] = config.connections;
  if (connection === undefined) throw new Error('There is no connection.');
  const clock = createServerClock();
  const credentials = createCredentialsProvider({
    endpoint: config.endpoint,
    clock,
    fetch: (url, init) => endpoint(new Request(url, init)),
  });
  const client = createCosClient({
    connection,
    credentials,
    clock,
    lanes: createLanes(),
    fetch: loopbackFetch,
    sendXhr: loopbackXhr,
  });
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
      cosFor: () => client,
      doorFor: () => door,
      mayRead: () => true,
      journal: createOperationJournal(store),
      lock: async () => ({ release: () => undefined }),
      isWorkedOn: async () => false,
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
