import { connectionsUnderLimit } from './connectionsUnderLimit.ts';
import type { TransferRun } from './TransferRun.ts';
import type { UploadJob } from './UploadJob.ts';

/** Connections the upload may use at once under its own limit; undefined without one. */
export function ownConnections(run: TransferRun, { options }: UploadJob): number | undefined {
  return options?.trafficLimit === undefined ? undefined : connectionsUnderLimit(options.trafficLimit, run.lanes);
}

/**
 * Sends one body under the limits there are: the transfer's own, spread over its connections, and that of all uploads
 * together. `send` gets the narrower one, as the field of a request.
 */
export async function takeTurn<T>(
  run: TransferRun,
  job: UploadJob,
  connections: number | undefined,
  send: (limit: { readonly trafficLimit?: number }) => Promise<T>,
): Promise<T> {
  const own = job.options?.trafficLimit;
  const ownShare = own === undefined ? undefined : Math.floor(own / (connections ?? 1));
  const turn = await run.speed.enter(run.signal);
  try {
    const limits = [ownShare, turn.trafficLimit].filter((limit) => limit !== undefined);
    return await send(limits.length === 0 ? {} : { trafficLimit: Math.min(...limits) });
  } finally {
    turn.leave();
  }
}
