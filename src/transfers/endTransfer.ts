import type { EngineConnection } from './EngineConnection.ts';
import type { EngineParts } from './EngineParts.ts';
import { loadMovers } from './loadMovers.ts';
import { forget } from './runTransfer.ts';
import type { TransferRecord } from './TransferRecord.ts';
import { mayHaveArrived } from './UploadJob.ts';

/**
 * Ends a transfer by the word of a person: stops its run and, once that has let go, removes what it has left.
 *
 * [Note: Too late to cancel] When all bytes of an upload have left, the bucket may have stored the object although its
 * answer was never read. The transfer is cancelled at once, and the bucket is asked; an object that is this file makes
 * it Done, because there it is.
 */
export function endTransfer(
  engine: EngineParts,
  record: TransferRecord,
  type: 'cancelled' | 'skipped',
  place: { readonly connect: () => EngineConnection; readonly disposed: AbortSignal },
): void {
  const { id, job } = record;
  const inDoubt = type === 'cancelled' && job.direction === 'upload' && mayHaveArrived(job) ? job : undefined;
  engine.ledger.change(id, inDoubt ? { type: 'cancelled', arrival: 'checking' } : { type });
  record.abort?.abort();
  if (job.direction === 'download') job.sink.giveUp?.();
  record.settled = record.settled.then(async () => {
    if (!inDoubt) return forget(engine, record);
    try {
      const { findArrival } = await loadMovers();
      const found = await findArrival(engine, place.connect(), place.disposed, inDoubt);
      if (found === 'absent') engine.ledger.change(id, { type: 'cancelled' });
      else if (found === 'unknown') engine.ledger.change(id, { type: 'cancelled', arrival: 'unknown' });
      else engine.ledger.change(id, { type: 'completed', ...found, completedAt: new Date(engine.timers.now()) });
    } catch {
      // The page goes away, or a part of it did not load.
      engine.ledger.change(id, { type: 'cancelled', arrival: 'unknown' });
    }
  });
}
