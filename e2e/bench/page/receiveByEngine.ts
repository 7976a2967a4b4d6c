import { createCosClient } from '#cos/createCosClient.ts';
import { createLanes } from '#cos/lanes.ts';
import { createDownloadSink } from '#files/createDownloadSink.ts';
import type { DownloadSink } from '#files/DownloadSink.ts';
import { pickedFileSink } from '#files/pickDownloadTarget.ts';
import { createCrc64Worker } from '#lib/createCrc64Worker.ts';
import { createTransferEngine } from '#transfers/createTransferEngine.ts';
import { isFinished } from '#transfers/TransferState.ts';
import { openConnection } from './openConnection.ts';

export interface ReceiveSettings {
  readonly hosts: number;
  /** `staged`: the browser's private file system; `picked`: a file handle, as a save dialog gives. */
  readonly into: 'staged' | 'picked';
  readonly partsInFlight?: number;
}

/** Downloads one object by the app's own engine, verified, up to the moment it is handed over; milliseconds. */
export async function receiveByEngine(key: string, sizeBytes: number, settings: ReceiveSettings): Promise<number> {
  const { hosts, into, partsInFlight } = settings;
  const { connection, credentials, clock } = await openConnection(hosts);
  const cos = createCosClient({ connection, credentials, clock, lanes: createLanes() });
  const checksums = createCrc64Worker();
  const engine = createTransferEngine({
    cosFor: () => cos,
    crc64: checksums,
    crc64OfBlock: checksums.ofBlock,
    timers: {
      now: Date.now,
      setTimeout: (callback, delayMs) => window.setTimeout(callback, delayMs),
      clearTimeout: (handle) => window.clearTimeout(handle as number),
    },
    network: { isOnline: () => true, subscribe: () => () => undefined },
    random: Math.random,
    ...(partsInFlight === undefined ? {} : { settings: { partsInFlight } }),
  });
  await cos.listObjects({ prefix: '', delimiter: '/' });
  const sink = await openSink(into);
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    engine.subscribe((events) => {
      for (const event of events) {
        if (event.type !== 'changed' || !isFinished(event.transfer.state)) continue;
        const { state } = event.transfer;
        if (state.status === 'completed' && state.verified) resolve();
        else reject(new Error(JSON.stringify(state)));
      }
    });
    engine.addDownload({ connectionId: connection.id, key, name: key, sizeBytes, sink });
  });
  return performance.now() - started;
}

async function openSink(into: ReceiveSettings['into']): Promise<DownloadSink> {
  if (into === 'staged') return createDownloadSink('received', undefined, () => undefined);
  const folder = await navigator.storage.getDirectory();
  return pickedFileSink(await folder.getFileHandle('picked', { create: true }), true);
}
