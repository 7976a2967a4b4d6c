import { setMaxListeners } from 'node:events';
import { createCRC64 } from 'hash-wasm';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import type { Crc64Hasher } from '#lib/Crc64Hasher.ts';
import type { DownloadSink, WrittenBytes } from '#files/DownloadSink.ts';
import { createTransferEngine } from '../createTransferEngine.ts';
import type { TransferEngineOptions } from '../TransferEngineOptions.ts';
import { loadMovers } from '../loadMovers.ts';
import { MIB } from '../planParts.ts';
import { createTransferStore } from '../createTransferStore.ts';
import type { TransferEngine, UploadRequest } from '../TransferEngine.ts';
import type { Transfer, TransferId, TransferState } from '../TransferState.ts';
import { VirtualTime } from './VirtualTime.ts';

await loadMovers(); // Virtual time does not wait for modules.
setMaxListeners(0); // One signal stops all lanes of a transfer; Node takes more than ten listeners for a leak.

const crc = await createCRC64();

export function crc64Of(bytes: Uint8Array): string {
  return BigInt(`0x${crc.init().update(bytes).digest('hex')}`).toString();
}

/** The real checksum, without a worker. */
export const hashHere: Crc64Hasher = async (blob, signal) => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  signal?.throwIfAborted();
  return crc64Of(bytes);
};

/** The engine as `app` builds it, around a scripted bucket, a clock that stands still, and a switch for the network. */
export interface EngineUnderTest {
  readonly engine: TransferEngine;
  readonly cos: FakeCosClient;
  readonly time: VirtualTime;
  readonly setOnline: (isOnline: boolean) => void;
  readonly upload: (request?: Partial<UploadRequest>) => TransferId;
  readonly transfer: (id: TransferId) => Transfer;
  readonly state: (id: TransferId) => TransferState;
  /** Every state this transfer went through, in words: `running transferring`, `waiting retry`. */
  readonly story: (id: TransferId) => string[];
}

export function startEngine(options: Partial<TransferEngineOptions> = {}): EngineUnderTest {
  const cos = new FakeCosClient();
  const time = new VirtualTime();
  let isOnline = true;
  const listeners = new Set<() => void>();
  const engine = createTransferEngine({
    cosFor: () => cos,
    crc64: hashHere,
    timers: time,
    random: () => 0.5,
    network: {
      isOnline: () => isOnline,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    ...options,
    // Files go by PUT and their parts are big from the start unless a test is about forms or about the pace.
    policy: { formBytes: -1, firstPartBytes: 4 * MIB, ...options.policy },
  });
  const store = createTransferStore(engine);
  const stories = new Map<TransferId, string[]>();
  engine.subscribe((events) => {
    for (const event of events) {
      if (event.type === 'removed') continue;
      for (const { id, state } of event.type === 'added' ? event.transfers : [event.transfer]) {
        const story = stories.get(id) ?? [];
        stories.set(id, story);
        const words = inWords(state);
        if (story.at(-1) !== words) story.push(words);
      }
    }
  });
  const transfer = (id: TransferId): Transfer => {
    const found = store.getState().byId.get(id);
    if (!found) throw new Error(`No transfer ${id}`);
    return found;
  };
  return {
    engine,
    cos,
    time,
    setOnline: (online) => {
      isOnline = online;
      for (const listener of listeners) listener();
    },
    upload: (request = {}) => {
      const [id = ''] = engine.addUploads([
        {
          connectionId: 'media',
          key: 'a/b.txt',
          name: 'b.txt',
          file: new Blob(['hello']),
          onExisting: 'ask',
          ...request,
        },
      ]);
      return id;
    },
    transfer,
    state: (id) => transfer(id).state,
    story: (id) => stories.get(id) ?? [],
  };
}

function inWords(state: TransferState): string {
  if (state.status === 'running') return `running ${state.phase}`;
  if (state.status === 'waiting') return `waiting ${state.reason}`;
  return state.status;
}

/** Bytes that differ from place to place, so that a swapped part is noticed. */
export function patterned(sizeBytes: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizeBytes);
  for (let at = 0; at < sizeBytes; at += 1) bytes[at] = (at * 31 + (at >>> 9)) & 0xff;
  return bytes;
}

/** A sink that keeps everything, and remembers how it ended. */
export class MemorySink implements DownloadSink {
  readonly place = 'staged';
  bytes = new Uint8Array();
  end: 'open' | 'committed' | 'discarded' = 'open';

  async write(bytes: Uint8Array<ArrayBuffer>, atByte: number): Promise<WrittenBytes | void> {
    const grown = new Uint8Array(Math.max(this.bytes.length, atByte + bytes.length));
    grown.set(this.bytes);
    grown.set(bytes, atByte);
    this.bytes = grown;
  }

  async truncate(sizeBytes: number): Promise<void> {
    this.bytes = this.bytes.slice(0, sizeBytes);
  }

  async commit(): Promise<void> {
    this.end = 'committed';
  }

  async discard(): Promise<void> {
    this.end = 'discarded';
  }
}
