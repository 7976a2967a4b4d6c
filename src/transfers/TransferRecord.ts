import type { ArchiveJob } from './ArchiveJob.ts';
import type { BudgetShare } from './createConnectionBudget.ts';
import type { DownloadJob } from './DownloadJob.ts';
import type { ProgressMeter } from './progressMeter.ts';
import type { TransferRun } from './TransferRun.ts';
import type { TransferId } from './TransferState.ts';
import type { UploadJob } from './UploadJob.ts';

/** A transfer from the inside: what the engine keeps between its runs. */
export interface TransferRecord {
  readonly id: TransferId;
  readonly job: UploadJob | DownloadJob | ArchiveJob;
  share: BudgetShare;
  /** Found when it first runs: a connection may be unknown. */
  readonly connect: () => Pick<TransferRun, 'cos' | 'gate' | 'pace' | 'forms'>;
  /** Lives through pauses, so that the bar stays where it was; a fresh start gets a fresh one. */
  meter: ProgressMeter;
  /** The next run takes the object over from the tab that writes it. */
  takesOver: boolean;
  /** Stops the present run. */
  abort: AbortController;
  /** Settles when the last run has let go of everything. */
  settled: Promise<void>;
}
