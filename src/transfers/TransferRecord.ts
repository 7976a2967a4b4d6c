import type { ArchiveJob } from './ArchiveJob.ts';
import type { BudgetShare } from './createConnectionBudget.ts';
import type { DownloadJob } from './DownloadJob.ts';
import type { EngineConnection } from './EngineConnection.ts';
import { createProgressMeter } from './progressMeter.ts';
import type { ProgressMeter } from './progressMeter.ts';
import type { TransferId } from './TransferState.ts';
import type { UploadJob } from './UploadJob.ts';

interface Given {
  readonly id: TransferId;
  readonly job: UploadJob | DownloadJob | ArchiveJob;
  readonly share: BudgetShare;
  readonly sizeBytes: number;
  readonly connect: TransferRecord['connect'];
  readonly now: () => number;
}

const LET_GO = Promise.resolve();

/**
 * A transfer from the inside: what the engine keeps between its runs.
 *
 * [Note: A waiting file is cheap] A dropped folder adds 100,000 of these in one go, and most of them wait for long. So
 * what only a running transfer needs is made when it first runs.
 */
export class TransferRecord {
  readonly id: TransferId;
  readonly job: UploadJob | DownloadJob | ArchiveJob;
  share: BudgetShare;
  /** Found when it first runs: a connection may be unknown. */
  readonly connect: () => EngineConnection;
  /** The next run takes the object over from the tab that writes it. */
  takesOver = false;
  /** Stops the present run; there is none before the first. */
  abort: AbortController | undefined;
  /** Settles when the last run has let go of everything. */
  settled: Promise<void> = LET_GO;
  private readonly now: () => number;
  private readonly sizeBytes: number;
  private madeMeter: ProgressMeter | undefined;

  constructor({ id, job, share, sizeBytes, connect, now }: Given) {
    this.id = id;
    this.job = job;
    this.share = share;
    this.sizeBytes = sizeBytes;
    this.connect = connect;
    this.now = now;
  }

  /** Lives through pauses, so that the bar stays where it was; a fresh start gets a fresh one. */
  get meter(): ProgressMeter {
    return (this.madeMeter ??= createProgressMeter(this.sizeBytes, this.now));
  }

  /** Counts from nothing again, up to this many bytes. */
  measureAnew(totalBytes: number): void {
    this.madeMeter = createProgressMeter(totalBytes, this.now);
  }
}
