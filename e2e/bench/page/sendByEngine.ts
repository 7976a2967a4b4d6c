import { createCosClient } from '#cos/createCosClient.ts';
import { createLanes } from '#cos/lanes.ts';
import { createCrc64Worker } from '#lib/createCrc64Worker.ts';
import { createTransferEngine } from '#transfers/createTransferEngine.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';
import { isFinished } from '#transfers/TransferState.ts';
import type { EngineSettings } from './benchPage.ts';
import { openConnection } from './openConnection.ts';
import { pageTimers } from './pageTimers.ts';

/** Uploads the files by the app's own engine; milliseconds from adding them to the last one done. */
export async function sendByEngine(files: readonly Blob[], settings: EngineSettings): Promise<number> {
  const { verify, hosts, partsInFlight, warm = false } = settings;
  const { connection, credentials, clock } = await openConnection(hosts);
  const cos = createCosClient({ connection, credentials, clock, lanes: createLanes() });
  const engine = createTransferEngine({
    cosFor: () => cos,
    crc64: createCrc64Worker(),
    timers: pageTimers,
    network: { isOnline: () => true, subscribe: () => () => undefined },
    random: Math.random,
    settings: { verify, ...(partsInFlight === undefined ? {} : { partsInFlight }) },
  });
  // Keys and the signing code are there before the clock starts, as they are when a person drops a file.
  await cos.listObjects({ prefix: '', delimiter: '/' });
  await credentials.get(connection, { purpose: 'upload' });
  if (warm) await uploadAll(engine, files, 'warm', verify);
  const started = performance.now();
  await uploadAll(engine, files, 'engine', verify);
  return performance.now() - started;
}

function uploadAll(engine: TransferEngine, files: readonly Blob[], name: string, verify: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = files.length;
    const unsubscribe = engine.subscribe((events) => {
      for (const event of events) {
        if (event.type !== 'changed' || !isFinished(event.transfer.state)) continue;
        const { state } = event.transfer;
        if (state.status !== 'completed' || state.verified !== verify) reject(new Error(JSON.stringify(state)));
        left -= 1;
      }
      if (left > 0) return;
      unsubscribe();
      resolve();
    });
    const connectionId = 'main';
    engine.addUploads(
      files.map((file, index) => {
        const key = `${name}/${index}`;
        return { connectionId, key, name: key, file, onExisting: 'replace' as const };
      }),
    );
  });
}
