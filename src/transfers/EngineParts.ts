import type { BlockHasher, Crc64Hasher } from '#lib/Crc64Hasher.ts';
import type { ConnectionBudget } from './createConnectionBudget.ts';
import type { DownloadJournal } from './DownloadJournal.ts';
import type { EngineWish } from './EngineWish.ts';
import type { DripWatch } from './createDripWatch.ts';
import type { SpeedLimit } from './createSpeedLimit.ts';
import type { TransferLedger } from './createTransferLedger.ts';
import type { Timers } from './Timers.ts';
import type { TransferPolicy } from './TransferPolicy.ts';
import type { UploadJournal } from './UploadJournal.ts';
import type { WriterLocks } from './WriterLocks.ts';

/** What all runs share. */
export interface EngineParts {
  readonly ledger: TransferLedger;
  readonly budget: ConnectionBudget;
  readonly drip: DripWatch;
  readonly speed: SpeedLimit;
  /** What the person wants of all uploads; it may change while they run. */
  readonly wish: EngineWish;
  readonly timers: Timers;
  readonly policy: TransferPolicy;
  readonly random: () => number;
  readonly crc64: Crc64Hasher;
  readonly crc64OfBlock: BlockHasher;
  /** False only where speed is measured without checksums. */
  readonly verify: boolean;
  /** Requests with a body that may be under way at once. */
  readonly lanes: number;
  readonly journal: UploadJournal;
  readonly downloads: DownloadJournal;
  readonly locks: WriterLocks;
}
