import { toFailure } from '#lib/Failure.ts';
import type { Failure } from '#lib/Failure.ts';
import type { JournalEntry, JournalKey, JournalStore } from '#lib/JournalStore.ts';
import { identityOf, isSameFile } from './JournaledUpload.ts';
import type { JournaledUpload, RestoredUpload } from './JournaledUpload.ts';
import type { ConfirmedPart } from './UploadJob.ts';
import type { UploadOptions } from './UploadOptions.ts';
import type { JournalPlace, UploadJournal } from './UploadJournal.ts';

const LIFE_MS = 7 * 24 * 3600 * 1000;

/**
 * Keeps uploads under `['upload', connectionId, key, uploadId]` and their parts under `['part', uploadId, number]`, a
 * record each, so that confirming a part costs the same for the first and the ten-thousandth.
 *
 * When the browser refuses (private mode, no room), `onUnavailable` hears it once and uploads go on without.
 */
export function createUploadJournal(options: {
  readonly store: JournalStore;
  readonly now: () => number;
  readonly onUnavailable: (failure: Failure) => void;
}): UploadJournal {
  const { store, now } = options;
  /** What this page has noted and not forgotten, by `uploadId`. */
  const open = new Map<string, JournaledUpload>();
  /** By `uploadId`: this page is removing them. */
  const leaving = new Set<string>();
  let hasComplained = false;
  const write = (work: Promise<void>): void => {
    work.catch((error: unknown) => {
      if (hasComplained) return;
      hasComplained = true;
      options.onUnavailable(toFailure(error));
    });
  };
  /** What cannot be read is as good as not there; writing will say what is wrong. */
  const read = (prefix: JournalKey): Promise<readonly JournalEntry[]> => store.entries(prefix).catch(() => []);

  const put = (upload: JournaledUpload): void => {
    open.set(upload.uploadId, upload);
    write(store.put(['upload', upload.connectionId, upload.key, upload.uploadId], upload));
  };

  const restore = async (upload: JournaledUpload): Promise<RestoredUpload> => {
    const confirmed = new Map<number, ConfirmedPart>();
    for (const { key, value } of await read(['part', upload.uploadId])) {
      const partNumber = key[2];
      // A part without a checksum could not be compared with the file, so it is sent again.
      if (typeof partNumber === 'number' && isPart(value)) confirmed.set(partNumber, value);
    }
    return { upload, confirmed };
  };

  const forget = ({ connectionId, key, uploadId }: JournalPlace): void => {
    open.delete(uploadId);
    write(store.remove(['upload', connectionId, key, uploadId]));
    write(store.remove(['part', uploadId]));
  };

  const recordsBelow = async (prefix: JournalKey): Promise<readonly JournaledUpload[]> => {
    const found = (await read(['upload', ...prefix])).map(({ value }) => value).filter(isUpload);
    const nowMs = now();
    const isAlive = ({ addedAt }: JournaledUpload): boolean => nowMs - addedAt < LIFE_MS;
    for (const upload of found) if (!isAlive(upload)) forget(upload);
    return found.filter(isAlive);
  };
  const uploadsBelow = async (prefix: JournalKey): Promise<readonly JournaledUpload[]> =>
    (await recordsBelow(prefix)).filter(({ isCondemned }) => !isCondemned);

  return {
    began: (job, { uploadId, plan }, { bucket, region }) => {
      const { connectionId, key, name, contentType, options: chosen, onExisting, looksFirst, getHandle } = job;
      const file = identityOf(job.file);
      if (!file) return;
      const type = {
        ...(contentType === undefined ? {} : { contentType }),
        ...(chosen === undefined ? {} : { options: chosen }),
        ...(looksFirst === undefined ? {} : { looksFirst }),
      };
      const where = { connectionId, bucket, region, key, uploadId };
      const upload: JournaledUpload = { version: 1, ...where, name, file, ...type, onExisting, plan, addedAt: now() };
      put(upload);
      getHandle?.().then(
        (handle) => {
          const noted = open.get(uploadId);
          if (handle && noted) put({ ...noted, handle });
        },
        () => undefined, // Without a handle the file is chosen again.
      );
    },
    replanned: ({ uploadId, plan }) => {
      const noted = open.get(uploadId);
      if (noted) put({ ...noted, plan });
    },
    confirmed: ({ uploadId, confirmed }, partNumber) => {
      if (open.has(uploadId)) write(store.put(['part', uploadId, partNumber], confirmed.get(partNumber)));
    },
    condemn: ({ uploadId }) => {
      const noted = open.get(uploadId);
      open.delete(uploadId);
      leaving.add(uploadId);
      write(store.remove(['part', uploadId]));
      if (!noted) return;
      const { handle: _handle, ...upload } = noted;
      write(store.put(['upload', upload.connectionId, upload.key, uploadId], { ...upload, isCondemned: true }));
    },
    condemned: async () =>
      (await recordsBelow([])).filter(({ isCondemned, uploadId }) => isCondemned && !leaving.has(uploadId)),
    forget,
    find: async (job, { bucket, region }) => {
      const file = identityOf(job.file);
      if (!file) return undefined;
      const candidates = await uploadsBelow([job.connectionId, job.key]);
      const fitting = candidates.filter(
        (upload) => upload.bucket === bucket && upload.region === region && upload.file.sizeBytes === file.sizeBytes,
      );
      const found =
        fitting.find((upload) => upload.uploadId === job.resumes) ??
        fitting.find((upload) => isSameFile(upload.file, file) && isWrittenAlike(upload.options, job.options));
      if (!found) return undefined;
      open.set(found.uploadId, found);
      return restore(found);
    },
    isStillNoted: async ({ connectionId, key, uploadId }) => {
      if (!open.has(uploadId)) return true;
      // Unreadable is no reason to begin again.
      const noted = await store.entries(['upload', connectionId, key, uploadId]).catch(() => undefined);
      return noted === undefined || noted.some(({ value }) => isUpload(value) && !value.isCondemned);
    },
    all: async () => Promise.all((await uploadsBelow([])).map(restore)),
  };
}

/** Class and metadata are settled when an upload begins. */
function isWrittenAlike(a: UploadOptions = {}, b: UploadOptions = {}): boolean {
  return a.storageClass === b.storageClass && JSON.stringify(a.metadata ?? {}) === JSON.stringify(b.metadata ?? {});
}

function isUpload(value: unknown): value is JournaledUpload {
  return typeof value === 'object' && value !== null && (value as JournaledUpload).version === 1;
}

function isPart(value: unknown): value is ConfirmedPart {
  return typeof value === 'object' && value !== null && typeof (value as ConfirmedPart).crc64 === 'string';
}
