import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseBucketHost, splitHost } from './bucketHost.ts';
import { createControl } from './createControl.ts';
import { createDiskObjectStore } from './createDiskObjectStore.ts';
import { bucketOrigins } from './dispatch.ts';
import { createEmulatorClock } from './emulatorClock.ts';
import type { CosEmulator, EmulatorOptions } from './EmulatorOptions.ts';
import { createFaultPlan } from './faultPlan.ts';
import { CONTROL_PATH, handleControl, type Controlled } from './handleControl.ts';
import { handleRequest } from './handleRequest.ts';
import { createJournal } from './journal.ts';
import { createKeyRing } from './keyRing.ts';
import type { Machine } from './Machine.ts';
import { operations } from './operations/operations.ts';
import { startServer } from './server.ts';
import { createConnectionPaces } from './shaping.ts';
import { withSeeds } from './store/withSeeds.ts';

const DEFAULT_KEY_LIFE_SECONDS = 1800;

/** Starts a local COS; resolves when it answers. Throws when the port is taken or an account's id could be a real one. */
export async function startCosEmulator(options: EmulatorOptions): Promise<CosEmulator> {
  const clock = createEmulatorClock(options.clockOffsetMs ?? 0);
  const { now } = clock;
  const keys = createKeyRing(options.accounts ?? [], now);
  const buckets = new Map(options.buckets.map((bucket) => [bucket.name, bucket]));
  const folder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'cos-emulator-')));
  const store = withSeeds(await createDiskObjectStore(folder, { now }), now);
  for (const { name, seeds = [] } of options.buckets) for (const seed of seeds) store.seed(name, seed);
  const machine = {
    options,
    operations,
    buckets,
    changeBucket: (bucket) => void buckets.set(bucket.name, bucket),
    store,
    keys,
    faults: createFaultPlan(options.faults),
    journal: createJournal(),
    now,
    paceOf: options.bytesPerSecond === undefined ? undefined : createConnectionPaces(options.bytesPerSecond),
  } satisfies Machine;
  const controlled: Controlled = {
    control: createControl(machine, clock),
    controlToken: randomBytes(24).toString('hex'),
    issueKeys: ({ policy, durationSeconds }) =>
      keys.issue({ policy, durationSeconds: durationSeconds ?? options.keyLifeSeconds ?? DEFAULT_KEY_LIFE_SECONDS }),
  };
  const closeStore = async (): Promise<void> => {
    await store.close();
    if (options.dataFolder === undefined) await rm(folder, { recursive: true, force: true });
  };
  const server = await startServer(options.port ?? 0, (message, response) => {
    void route(message, response, machine, controlled);
  }).catch(async (error: unknown) => {
    await closeStore();
    throw error;
  });
  let closing: Promise<void> | undefined;
  return {
    ...controlled,
    port: server.port,
    origin: `http://localhost:${server.port}`,
    bucketOrigins: (name) => {
      const bucket = buckets.get(name);
      if (!bucket) throw new Error(`There is no bucket ${name}.`);
      return bucketOrigins(bucket, server.port);
    },
    close: () => (closing ??= server.close().then(closeStore)),
  };
}

/** Health and control answer under the machine's own names only: a bucket may hold an object called `_health`. */
async function route(
  message: IncomingMessage,
  response: ServerResponse,
  machine: Machine,
  controlled: Controlled,
): Promise<void> {
  const { hostname } = splitHost(message.headers.host ?? '');
  const isOwnName = parseBucketHost(hostname, []).type === 'loopback';
  const path = message.url?.split('?', 1)[0] ?? '';
  if (isOwnName && path === '/_health') {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"status":"ok"}');
  } else if (isOwnName && path.startsWith(CONTROL_PATH)) {
    await handleControl(message, response, controlled);
  } else {
    await handleRequest(message, response, machine);
  }
}
