import {
  dataDescriptor,
  directoryHeader,
  endOfDirectory,
  localHeader,
  localHeaderBytes,
  type ZipEntry,
} from './zipRecords.ts';

/** Writes a ZIP file front to back. Calls must not overlap. */
export interface ZipWriter {
  /** Begins an entry. Folders end with `/` and have no bytes. */
  readonly begin: (path: string, sizeBytes: number, lastModified: Date) => Promise<void>;
  /** The next bytes of the entry that is open. */
  readonly append: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Ends the entry that is open. Throws when it has not got exactly the bytes it was announced with. */
  readonly end: (crc32: number) => Promise<void>;
  /** Writes the directory; the length of the whole file. May be called again after it has failed. */
  readonly finish: () => Promise<number>;
}

/** Small pieces are gathered: 100,000 files of a few bytes must not be 200,000 writes. */
const GATHER_BYTES = 1024 * 1024;

const encoder = new TextEncoder();

/**
 * @param write may take the buffer away (`[Note: Writing in a worker]`): what was handed to it is not read again
 * @param inOrder nothing that was written is written again: checksums follow the bytes they are of
 */
export function createZipWriter(
  write: (bytes: Uint8Array<ArrayBuffer>, atByte: number) => Promise<void>,
  { inOrder = false }: { readonly inOrder?: boolean } = {},
): ZipWriter {
  const entries: ZipEntry[] = [];
  let open: { readonly entry: Omit<ZipEntry, 'crc32'>; readonly place: Uint8Array } | undefined;
  let gathered: Uint8Array<ArrayBuffer>[] = [];
  let gatheredAt = 0;
  /** End of everything written or gathered. */
  let position = 0;

  const flush = async (): Promise<void> => {
    const bytes = joined(gathered, position - gatheredAt);
    const at = gatheredAt;
    gathered = [];
    gatheredAt = position;
    if (bytes.length > 0) await write(bytes, at);
  };
  const put = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    gathered.push(bytes);
    position += bytes.length;
    if (position - gatheredAt >= GATHER_BYTES) await flush();
  };

  return {
    begin: async (path, sizeBytes, lastModified) => {
      const entry = {
        path: encoder.encode(path),
        isFolder: path.endsWith('/'),
        sizeBytes,
        lastModified,
        atByte: position,
        isDescribed: inOrder,
      };
      const place = inOrder ? localHeader({ ...entry, crc32: 0 }) : new Uint8Array(localHeaderBytes(entry));
      open = { entry, place };
      await put(place);
    },
    append: put,
    end: async (crc32) => {
      if (!open) throw new TypeError('No entry is open');
      const { entry, place } = open;
      const dataAt = entry.atByte + place.length;
      if (position - dataAt !== entry.sizeBytes) {
        throw new RangeError(`an entry of ${entry.sizeBytes} bytes got ${position - dataAt}`);
      }
      open = undefined;
      const whole = { ...entry, crc32 };
      const header = localHeader(whole);
      if (inOrder) await put(dataDescriptor(whole));
      // Still gathered: the place that was kept for it is filled in before it is written.
      else if (entry.atByte >= gatheredAt) place.set(header);
      else await write(header, entry.atByte);
      entries.push(whole);
    },
    finish: async () => {
      await flush();
      const directoryAt = position;
      let at = directoryAt;
      let chunk: Uint8Array<ArrayBuffer>[] = [];
      let chunkBytes = 0;
      const writeChunk = async (): Promise<void> => {
        if (chunkBytes > 0) await write(joined(chunk, chunkBytes), at);
        at += chunkBytes;
        chunk = [];
        chunkBytes = 0;
      };
      for (const entry of entries) {
        const header = directoryHeader(entry);
        chunk.push(header);
        chunkBytes += header.length;
        if (chunkBytes >= GATHER_BYTES) await writeChunk();
      }
      await writeChunk();
      const end = endOfDirectory(entries.length, at - directoryAt, directoryAt);
      const length = at + end.length; // Whoever writes them takes the bytes away.
      await write(end, at);
      return length;
    },
  };
}

function joined(pieces: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const [first] = pieces;
  if (pieces.length === 1 && first) return first;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
