import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCredentialsEndpoint } from '../credentials-endpoint.ts';
import { emulatorIssuer } from '../credentials/emulatorIssuer.ts';
import { fileManagerCors } from '../emulator/defaultCors.ts';
import type { CosEmulator } from '../emulator/EmulatorOptions.ts';
import { startCosEmulator } from '../emulator/startCosEmulator.ts';
import { appConfig } from './appConfig.ts';
import { localCaller } from './localCaller.ts';
import { onFirstFreePort } from './onFirstFreePort.ts';
import { projectRoot } from './projectRoot.ts';
import { sampleObjects } from './sampleObjects/sampleObjects.ts';
import type { Backend } from './startTencentCos.ts';

const DATA = join(projectRoot, '.beeline/data');
/** Written after the samples: a person who deleted them does not get them back with the next start. */
const SEEDED = join(DATA, 'seeded');
const BUCKET = { name: 'beeline-1250000000', region: 'ap-guangzhou' };

/** A COS on this machine whose objects survive a restart (in `.beeline/data`); its first start brings sample objects. */
export async function startLocalCos(
  appOrigins: readonly string[],
  port: number,
  say: (message: string) => void,
): Promise<Backend & { readonly emulator: CosEmulator }> {
  const emulator = await onFirstFreePort(
    port,
    (free) =>
      startCosEmulator({
        port: free,
        dataFolder: join(DATA, 'cos'),
        buckets: [{ ...BUCKET, cors: fileManagerCors(appOrigins) }],
      }),
    say,
  );
  if (!existsSync(SEEDED)) {
    for (const { key, body, contentType } of sampleObjects()) {
      await emulator.control.putObject(BUCKET.name, key, body, { contentType });
    }
    writeFileSync(SEEDED, '');
  }
  return {
    emulator,
    config: appConfig({
      bucket: BUCKET.name,
      region: BUCKET.region,
      label: 'Local bucket',
      hosts: emulator.bucketOrigins(BUCKET.name),
    }),
    endpoint: createCredentialsEndpoint({
      bucket: BUCKET.name,
      region: BUCKET.region,
      allowedOrigins: appOrigins,
      authenticate: localCaller(),
      issuer: emulatorIssuer(emulator),
      log: say,
    }),
    close: () => emulator.close(),
  };
}
