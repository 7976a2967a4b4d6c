import { createStore } from 'zustand/vanilla';
import type { Connection, DeploymentConfig } from '#config/DeploymentConfig.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import type { Collected } from '#files/Collected.ts';
import { createUploadRequestClient } from '#links/createUploadRequestClient.ts';
import type { UploadRequest } from '#links/UploadRequest.ts';
import { takeOffered } from '#recipient-pages/takeOffered.ts';
import type { RequestOver } from '#recipient-pages/useRequestEnd.ts';
import { loadMovers } from '#transfers/loadMovers.ts';
import { MIB } from '#transfers/planParts.ts';
import { runTransfers } from '../wiring/runTransfers.ts';

/** Files under way at once: a large one goes over one connection, and each gets a fair share of the line. */
const FILES_AT_ONCE = 6;

/**
 * The transfer engine for a bucket that takes forms only. Every file is sent whole, for a form has no parts, and nothing
 * is kept beyond the page, for there would be nothing to go on with.
 */
export function serveUploadRequest(config: DeploymentConfig, connection: Connection, request: UploadRequest) {
  const clock = createServerClock();
  const over = createStore<{ readonly why?: RequestOver }>(() => ({}));
  const cos = createUploadRequestClient({
    connection,
    request,
    clock,
    onOver: (why) => over.setState({ why }),
  });
  const { engine, transferStore, transferSpeed } = runTransfers({
    cosFor: () => cos,
    patience: config.patience,
    policy: { formBytes: MIB, wholeFileBytes: Number.MAX_SAFE_INTEGER },
    settings: { partsInFlight: FILES_AT_ONCE },
  });
  const given = new Set<string>();
  // In time for the first file, and a page that goes offline has it.
  loadMovers().catch(() => undefined);
  return {
    engine,
    store: transferStore,
    speed: transferSpeed,
    over,
    now: () => clock.now(),
    take: (found: AsyncIterable<Collected> | Iterable<Collected>) => takeOffered(engine, request, given, found),
  };
}

export type UploadRequestServices = ReturnType<typeof serveUploadRequest>;
