import type { JournalStore } from '#lib/JournalStore.ts';
import type { DownloadJournal } from './DownloadJournal.ts';
import type { JournaledDownload, KeptRange } from './JournaledDownload.ts';

const LIFE_MS = 7 * 24 * 3600 * 1000;

/**
 * Keeps downloads under `['download', stagedAs]` and their ranges under `['range', stagedAs, start]`, a record each, so
 * that keeping a range costs the same for the first and the ten-thousandth. An object of one range is not noted: there
 * would be nothing to go on with.
 */
export function createDownloadJournal(options: {
  readonly store: JournalStore;
  readonly now: () => number;
}): DownloadJournal {
  const { store, now } = options;
  const noted = new Set<string>();

  const forget = (stagedAs: string): void => {
    noted.delete(stagedAs);
    write(store.remove(['download', stagedAs]));
    write(store.remove(['range', stagedAs]));
  };

  return {
    began: ({ connectionId, key, name, sink: { stagedAs } }, { blocks, ...object }, { bucket, region }) => {
      // Without either nobody could tell whether it is still the same object.
      const isRecognisable = object.etag !== undefined || object.crc64 !== undefined;
      if (stagedAs === undefined || blocks.length < 2 || !isRecognisable) return;
      write(store.remove(['range', stagedAs]));
      const where = { connectionId, bucket, region, key, name, stagedAs };
      const download: JournaledDownload = { version: 1, ...where, object, addedAt: now() };
      noted.add(stagedAs);
      write(store.put(['download', stagedAs], download));
    },
    kept: ({ sink: { stagedAs } }, { start, end, crc64 }) => {
      if (stagedAs === undefined || crc64 === undefined || !noted.has(stagedAs)) return;
      const range: KeptRange = { start, end, crc64 };
      write(store.put(['range', stagedAs, start], range));
    },
    forget: (stagedAs) => {
      if (noted.has(stagedAs)) forget(stagedAs);
    },
    all: async () => {
      const found = (await store.entries(['download']).catch(() => [])).map(({ value }) => value).filter(isDownload);
      const alive = found.filter(({ addedAt }) => now() - addedAt < LIFE_MS);
      for (const { stagedAs } of found) if (alive.some((one) => one.stagedAs === stagedAs)) noted.add(stagedAs);
      for (const download of found) if (!alive.includes(download)) forget(download.stagedAs);
      return Promise.all(
        alive.map(async (download) => {
          const ranges = await store.entries(['range', download.stagedAs]).catch(() => []);
          const kept = ranges.map(({ value }) => value).filter((value) => isRange(value, download.object.sizeBytes));
          return { download, kept: withoutOverlap(kept) };
        }),
      );
    },
  };
}

/** Where the browser refuses (private mode, no room) the download goes on, and is not resumed later. */
function write(work: Promise<void>): void {
  work.catch(() => undefined);
}

function isDownload(value: unknown): value is JournaledDownload {
  return typeof value === 'object' && value !== null && (value as JournaledDownload).version === 1;
}

function isRange(value: unknown, sizeBytes: number): value is KeptRange {
  if (typeof value !== 'object' || value === null) return false;
  const { start = -1, end = -1, crc64 } = value as Partial<KeptRange>;
  const isWithin = Number.isSafeInteger(start) && start >= 0 && Number.isSafeInteger(end) && end <= sizeBytes;
  return isWithin && typeof crc64 === 'string';
}

function withoutOverlap(ranges: readonly KeptRange[]): readonly KeptRange[] {
  const apart: KeptRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    if (range.start >= (apart.at(-1)?.end ?? 0) && range.end > range.start) apart.push(range);
  }
  return apart;
}
