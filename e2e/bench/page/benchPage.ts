import { loadConfig } from '#config/loadConfig.ts';
import { createCosClient } from '#cos/createCosClient.ts';
import { createLanes } from '#cos/lanes.ts';
import { createCredentialsProvider } from '#credentials/createCredentialsProvider.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import { createCrc64Worker } from '#lib/createCrc64Worker.ts';
import { createTransferEngine } from '#transfers/createTransferEngine.ts';
import { isFinished, type TransferState } from '#transfers/TransferState.ts';
import { putSlices } from './putSlices.ts';

/** What the bench calls from outside. Every call sends the file in the page's one input and answers milliseconds. */
export interface BenchPage {
  /** The app's own engine and client, wired as the app wires them. */
  engine(key: string, settings: { readonly verify: boolean }): Promise<number>;
  raw(urls: readonly string[], shape: { readonly sliceBytes: number; readonly lanes: number }): Promise<number>;
}

const bench: BenchPage = {
  engine: async (key, { verify }) => {
    const config = await loadConfig();
    const [connection] = config.connections;
    if (!connection) throw new Error('config.json names no connection');
    const clock = createServerClock();
    const credentials = createCredentialsProvider({ endpoint: config.endpoint, clock });
    const cos = createCosClient({ connection, credentials, clock, lanes: createLanes() });
    const engine = createTransferEngine({
      cosFor: () => cos,
      crc64: createCrc64Worker(),
      timers: {
        now: Date.now,
        setTimeout: (callback, delayMs) => window.setTimeout(callback, delayMs),
        clearTimeout: (handle) => window.clearTimeout(handle as number),
      },
      network: { isOnline: () => true, subscribe: () => () => undefined },
      random: Math.random,
      settings: { verify },
    });
    // Keys and the signing code are there before the clock starts, as they are when a person drops a file.
    await cos.listObjects({ prefix: '', delimiter: '/' });
    await credentials.get(connection, { purpose: 'upload' });

    const started = performance.now();
    const state = await new Promise<TransferState>((done) => {
      engine.subscribe((events) => {
        for (const event of events) {
          if (event.type === 'changed' && isFinished(event.transfer.state)) done(event.transfer.state);
        }
      });
      const file = chosenFile();
      engine.addUploads([{ connectionId: connection.id, key, name: key, file, onExisting: 'replace' }]);
    });
    if (state.status !== 'completed' || state.verified !== verify) throw new Error(JSON.stringify(state));
    return performance.now() - started;
  },

  raw: async (urls, shape) => {
    const started = performance.now();
    await putSlices(chosenFile(), urls, shape);
    return performance.now() - started;
  },
};

Object.assign(globalThis, { bench });

function chosenFile(): File {
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('No file was chosen');
  return file;
}
