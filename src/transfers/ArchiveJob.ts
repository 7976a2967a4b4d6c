import type { IHasher } from 'hash-wasm';
import type { DownloadSink } from '#files/DownloadSink.ts';
import type { ZipWriter } from '#files/createZipWriter.ts';
import type { ArchiveMember, ArchivePiece } from './ArchivePiece.ts';
import type { Changes } from './createChanges.ts';
import type { PieceCutter } from './createPieceCutter.ts';
import type { ReadAhead } from './readAhead.ts';

/** Many objects as one ZIP file, and what is known about it between its runs. */
export interface ArchiveJob {
  readonly direction: 'download';
  readonly sink: DownloadSink;
  /** What goes into it, page by page in order; from the beginning each time it is called. */
  readonly members: () => AsyncIterable<readonly ArchiveMember[]>;
  /** So many bytes are known to belong to it by now. */
  readonly resized: (totalBytes: number) => void;
  /** The archive as far as it is written. Gone when a retry must begin again. */
  building?: ArchiveBuilding;
}

export interface ArchiveBuilding {
  readonly zip: ZipWriter;
  /** Counts the entry that is being written. */
  readonly crc32: IHasher;
  readonly pages: ReadAhead<readonly ArchiveMember[]>;
  /** Cuts members into pieces, as far as pages are there. */
  readonly cutter: PieceCutter;
  /** Cut and not written yet, in the order of the archive; never more than a window of them. */
  readonly pieces: ArchivePiece[];
  /** The next page is on its way. */
  planning?: Promise<void>;
  /** Every member was cut into pieces. */
  isPlanned: boolean;
  /** Every checksum so far was readable. */
  isVerified: boolean;
  /** The archive is in a state that cannot be gone on with. */
  isBroken: boolean;
  /** Wakes everybody who waits for something to change. */
  readonly changes: Changes;
}
