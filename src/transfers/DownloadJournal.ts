import type { BucketLocation } from '#cos/CosObject.ts';
import type { DownloadBlock, DownloadedObject, DownloadJob } from './DownloadJob.ts';
import type { RestoredDownload } from './JournaledDownload.ts';

/** Remembers staged downloads beyond the page. Writing never fails a download: it only makes it unresumable. */
export interface DownloadJournal {
  /** The server has said what object it is. Forgets what was noted for the same staged file before. */
  readonly began: (job: DownloadJob, object: DownloadedObject, location: BucketLocation) => void;
  /** `block` is in the staged file and has a checksum. */
  readonly kept: (job: DownloadJob, block: DownloadBlock) => void;
  /** It was saved, cancelled, or its bytes cannot be trusted. */
  readonly forget: (stagedAs: string) => void;
  /** Every download that may still be resumed. Those older than seven days are forgotten on the way. */
  readonly all: () => Promise<readonly RestoredDownload[]>;
}

export const NO_DOWNLOAD_JOURNAL: DownloadJournal = {
  began: () => undefined,
  kept: () => undefined,
  forget: () => undefined,
  all: async () => [],
};
