import type { StoreApi } from 'zustand/vanilla';
import type { DeploymentConfig } from '#config/DeploymentConfig.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { createCrc64Worker } from '#lib/createCrc64Worker.ts';
import { sharedUrl } from '#links/sharedUrl.ts';
import type { OpenedShare } from '#links/openShare.ts';
import { createTransferEngine } from '#transfers/createTransferEngine.ts';
import { createTransferSpeed, type TransferSpeed } from '#transfers/createTransferSpeed.ts';
import { createTransferStore, type TransferStoreState } from '#transfers/createTransferStore.ts';
import { scalePolicy } from '#transfers/scalePolicy.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';
import { DEFAULT_TRANSFER_POLICY } from '#transfers/TransferPolicy.ts';
import { browserNetwork } from '../browserNetwork.ts';
import { createWakeLock } from '../createWakeLock.ts';
import type { DownloadFlow } from '../downloads/createDownloadFlow.ts';
import type { Renamings } from '../downloads/createTreeDownload.ts';
import { later } from '../later.ts';
import { downloadInto } from '../wiring/downloadInto.ts';

/** What the page of a share is composed from. */
export interface ShareServices {
  readonly clock: ServerClock;
  readonly engine: TransferEngine;
  readonly transferStore: StoreApi<TransferStoreState>;
  readonly transferSpeed: StoreApi<TransferSpeed>;
  readonly downloadFrom: DownloadFlow;
  /** Before the first download: whose links they are. */
  readonly serve: (share: OpenedShare) => void;
}

/**
 * The same engine as everywhere, without a journal: nothing of a share outlives its page, and nothing that is kept in this
 * browser is read or changed.
 */
export function createShareServices(
  config: DeploymentConfig,
  onListed: (renamed: Renamings, leftOut: readonly string[]) => void,
): ShareServices {
  let share: OpenedShare | undefined;
  const served = (): OpenedShare => {
    if (share === undefined) throw new Error('nothing is shared yet');
    return share;
  };
  const timers = {
    now: Date.now,
    setTimeout: later,
    clearTimeout: (handle: unknown) => clearTimeout(handle as number),
  };
  const checksums = createCrc64Worker();
  const cosFor = () => served().cos;
  const engine = createTransferEngine({
    cosFor,
    crc64: checksums,
    crc64OfBlock: checksums.ofBlock,
    timers,
    network: browserNetwork(),
    random: Math.random,
    policy: scalePolicy(DEFAULT_TRANSFER_POLICY, config.patience),
  });
  const transferStore = createTransferStore(engine, { setTimeout: later });
  createWakeLock({
    store: transferStore,
    source: 'wakeLock' in navigator ? navigator.wakeLock : undefined,
    page: document,
  });
  return {
    clock: createServerClock(),
    engine,
    transferStore,
    transferSpeed: createTransferSpeed({ store: transferStore, timers }),
    downloadFrom: downloadInto({
      cosFor,
      engine,
      transferStore,
      presign: async (_connection, { key }) => {
        const { terms, objects } = served();
        const object = objects.find((each) => each.key === key);
        return object === undefined ? '' : sharedUrl(terms, object);
      },
      onListed,
    }),
    serve: (opened) => {
      share = opened;
    },
  };
}
