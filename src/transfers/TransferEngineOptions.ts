import type { CosClient } from '#cos/CosClient.ts';
import type { BlockHasher, Crc64Hasher } from '#lib/Crc64Hasher.ts';
import type { Network } from './createOutageGate.ts';
import type { DownloadJournal } from './DownloadJournal.ts';
import type { Timers } from './Timers.ts';
import type { TransferPolicy } from './TransferPolicy.ts';
import type { UploadJournal } from './UploadJournal.ts';
import type { WriterLocks } from './WriterLocks.ts';

export interface TransferEngineOptions {
  /** The client of a connection; throws a `FailureError` for one that does not exist. */
  readonly cosFor: (connectionId: string) => CosClient;
  readonly crc64: Crc64Hasher;
  /** For blocks of downloads. Default: `crc64` of a blob of them, which takes their size in memory once more. */
  readonly crc64OfBlock?: BlockHasher;
  readonly timers: Timers;
  readonly network: Network;
  /** From 0 up to 1, for the jitter of back-off. */
  readonly random: () => number;
  /** Remembers uploads beyond the page. Without it nothing is resumed after closing. */
  readonly journal?: UploadJournal;
  /** The same for staged downloads. */
  readonly downloads?: DownloadJournal;
  /** Keeps two tabs from writing one object. Without it nobody is held up. */
  readonly locks?: WriterLocks;
  readonly policy?: Partial<TransferPolicy>;
  readonly settings?: {
    /** Requests with a body under way at once, over all files. Default 11: two hosts, one connection kept free. */
    readonly partsInFlight?: number;
    /** False counts no checksums and claims "verified" for nothing; for measuring. Default true. */
    readonly verify?: boolean;
  };
}
