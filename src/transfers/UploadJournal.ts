import type { BucketLocation } from '#cos/CosObject.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import type { JournaledUpload, RestoredUpload } from './JournaledUpload.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';

/** Remembers multipart uploads beyond the page. Writing never fails an upload: it only makes it unresumable. */
export interface UploadJournal {
  readonly began: (job: UploadJob, upload: MultipartUpload, location: BucketLocation) => void;
  /** `upload.plan` is another table now; told before a part of it leaves. */
  readonly replanned: (upload: MultipartUpload) => void;
  /** Part `partNumber` is in `upload.confirmed`. */
  readonly confirmed: (upload: MultipartUpload, partNumber: number) => void;
  /**
   * It was cancelled: nobody goes on with it, and it is to be removed from the bucket; by a later visit, if this page has
   * not the time.
   */
  readonly condemn: (place: JournalPlace) => void;
  /** What an earlier visit condemned and did not come to remove. */
  readonly condemned: () => Promise<readonly JournaledUpload[]>;
  /** It was completed, or is gone from the server. */
  readonly forget: (place: JournalPlace) => void;
  /** The upload to go on with for this job: the one it names, or one of the same file to the same place. */
  readonly find: (job: UploadJob, location: BucketLocation) => Promise<RestoredUpload | undefined>;
  /** False once another tab has finished or removed an upload that this page has noted. */
  readonly isStillNoted: (place: JournalPlace) => Promise<boolean>;
  /** Every upload that may still be resumed. Those older than seven days are forgotten on the way. */
  readonly all: () => Promise<readonly RestoredUpload[]>;
}

export interface JournalPlace {
  readonly connectionId: string;
  readonly key: ObjectKey;
  readonly uploadId: string;
}

export const NO_JOURNAL: UploadJournal = {
  began: () => undefined,
  replanned: () => undefined,
  confirmed: () => undefined,
  condemn: () => undefined,
  condemned: async () => [],
  forget: () => undefined,
  find: async () => undefined,
  isStillNoted: async () => true,
  all: async () => [],
};
