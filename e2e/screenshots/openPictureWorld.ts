import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCredentialsEndpoint } from '../credentials-endpoint.ts';
import { emulatorIssuer } from '../credentials/emulatorIssuer.ts';
import { fileManagerCors } from '../emulator/defaultCors.ts';
import { startCosEmulator } from '../emulator/startCosEmulator.ts';
import { OWNER, vendorClient } from '../fixtures/vendorClient.ts';
import { appConfig } from '../setup/appConfig.ts';
import { buildIfStale } from '../setup/buildIfStale.ts';
import { localCaller } from '../setup/localCaller.ts';
import { gallery } from '../setup/sampleObjects/gallery.ts';
import { sampleObjects } from '../setup/sampleObjects/sampleObjects.ts';
import { serveApp } from '../setup/serveApp.ts';
import { browseStates } from './browseStates.ts';
import { doctorStates } from './doctorStates.ts';
import type { PictureStates, PictureWorld } from './PictureWorld.ts';
import { previewStates } from './previewStates.ts';
import { shareStates } from './shareStates.ts';
import { transferStates } from './transferStates.ts';

export interface OpenPictureWorld {
  readonly states: PictureStates;
  /** Takes planted faults and every object that is no sample away, so that the next state finds the bucket as it was. */
  readonly tidy: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Starts the production build, the local COS with the sample objects and the reference endpoint.
 *
 * @param built folder of a build, when it is not the one that ships
 */
export async function openPictureWorld(built?: string): Promise<OpenPictureWorld> {
  const place = { name: 'beeline-1250000000', region: 'ap-guangzhou' };
  const scratch = mkdtempSync(join(tmpdir(), 'beeline-files-'));
  const app = await serveApp({ folder: built ?? (await buildIfStale(console.log)), port: 0 });
  const emulator = await startCosEmulator({
    buckets: [{ ...place, cors: fileManagerCors([app.origin]) }],
    accounts: [OWNER],
  });
  const owner = vendorClient(emulator);
  const samples = [...sampleObjects(), ...gallery()];
  for (const { key, body, contentType } of samples) {
    await emulator.control.putObject(place.name, key, body, { contentType });
  }
  const config = appConfig({
    bucket: place.name,
    region: place.region,
    label: 'Local bucket',
    hosts: emulator.bucketOrigins(place.name),
  });
  app.setConfig(config);
  const endpointWithout = (...denied: readonly string[]) =>
    createCredentialsEndpoint({
      bucket: place.name,
      region: place.region,
      allowedOrigins: [app.origin],
      authenticate: localCaller(),
      issuer: ({ policy, durationSeconds }) => {
        const statement = policy.statement.map((each) => ({
          ...each,
          action: each.action.filter((name) => !denied.includes(name)),
        }));
        return emulatorIssuer(emulator)({ policy: { ...policy, statement }, durationSeconds });
      },
      requestsPerMinute: 10_000,
    });
  const endpoint = endpointWithout();
  app.setEndpoint(endpoint);
  const file = (name: string, bytes: number): string => {
    const path = join(scratch, name);
    writeFileSync(path, Buffer.alloc(bytes, 7));
    return path;
  };
  const world: PictureWorld = { app, emulator, bucket: place, owner, config, endpoint, endpointWithout, file };
  return {
    states: {
      ...browseStates(world),
      ...shareStates(world),
      ...transferStates(world),
      ...previewStates(world),
      ...doctorStates(world),
    },
    tidy: async () => {
      emulator.control.clearFaults();
      for (const key of await emulator.control.listKeys(place.name)) {
        if (samples.some((sample) => sample.key === key)) continue;
        await owner.deleteObject({ Bucket: place.name, Region: place.region, Key: key });
      }
    },
    close: async () => {
      await Promise.all([app.close(), emulator.close()]);
      rmSync(scratch, { recursive: true });
    },
  };
}
