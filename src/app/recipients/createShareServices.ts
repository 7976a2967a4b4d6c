import type { DeploymentConfig } from '#config/DeploymentConfig.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { sharedUrl } from '#links/sharedUrl.ts';
import type { OpenedShare } from '#links/openShare.ts';
import type { DownloadFlow } from '../downloads/createDownloadFlow.ts';
import type { Renamings } from '../downloads/createTreeDownload.ts';
import { downloadInto } from '../wiring/downloadInto.ts';
import { runTransfers, type RunningTransfers } from '../wiring/runTransfers.ts';

/** What the page of a share is composed from. */
export interface ShareServices extends Omit<RunningTransfers, 'policy'> {
  readonly clock: ServerClock;
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
  const cosFor = () => served().cos;
  const { engine, transferStore, transferSpeed } = runTransfers({ cosFor, patience: config.patience });
  return {
    clock: createServerClock(),
    engine,
    transferStore,
    transferSpeed,
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
