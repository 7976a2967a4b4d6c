import type { StoreApi } from 'zustand/vanilla';
import { createCrc64Worker } from '#lib/createCrc64Worker.ts';
import { createTransferEngine } from '#transfers/createTransferEngine.ts';
import { createTransferSpeed, type TransferSpeed } from '#transfers/createTransferSpeed.ts';
import { createTransferStore, type TransferStoreState } from '#transfers/createTransferStore.ts';
import { scalePolicy } from '#transfers/scalePolicy.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';
import type { TransferEngineOptions } from '#transfers/TransferEngineOptions.ts';
import { DEFAULT_TRANSFER_POLICY, type TransferPolicy } from '#transfers/TransferPolicy.ts';
import { browserNetwork } from '../browserNetwork.ts';
import { browserTimers } from '../browserTimers.ts';
import { createWakeLock } from '../createWakeLock.ts';
import { later } from '../later.ts';

export interface RunningTransfers {
  readonly engine: TransferEngine;
  readonly transferStore: StoreApi<TransferStoreState>;
  readonly transferSpeed: StoreApi<TransferSpeed>;
  /** What the engine goes by. */
  readonly policy: TransferPolicy;
}

/**
 * The transfer engine in a browser, and what is read from it: the app, the page of a share and the page of an upload
 * request run it alike. Without a journal nothing outlives the page.
 *
 * @param options.patience multiplies time limits and back-offs; `policy` holds what this page does otherwise
 */
export function runTransfers({
  patience,
  policy: own,
  ...options
}: Pick<TransferEngineOptions, 'cosFor' | 'journal' | 'downloads' | 'locks' | 'settings' | 'policy'> & {
  readonly patience: number;
}): RunningTransfers {
  const policy = { ...scalePolicy(DEFAULT_TRANSFER_POLICY, patience), ...own };
  const checksums = createCrc64Worker();
  const engine = createTransferEngine({
    ...options,
    policy,
    crc64: checksums,
    crc64OfBlock: checksums.ofBlock,
    timers: browserTimers,
    network: browserNetwork(),
    random: Math.random,
  });
  const transferStore = createTransferStore(engine, { setTimeout: later });
  createWakeLock({
    store: transferStore,
    source: 'wakeLock' in navigator ? navigator.wakeLock : undefined,
    page: document,
  });
  return {
    engine,
    transferStore,
    transferSpeed: createTransferSpeed({ store: transferStore, timers: browserTimers }),
    policy,
  };
}
