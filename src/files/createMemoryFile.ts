import { FailureError } from '#lib/FailureError.ts';
import type { StagedFile } from './StagedFile.ts';

const MAX_BYTES = 512 * 1024 * 1024;

/** A staged file in memory, for browsers without a private file system. Refuses more than 512 MiB. */
export function createMemoryFile(): StagedFile {
  let pieces = new Map<number, Blob>();
  return {
    place: 'memory',
    write: async (bytes, atByte) => {
      if (atByte + bytes.length > MAX_BYTES) {
        const message = `this browser can hold downloads of ${MAX_BYTES} bytes only`;
        throw new FailureError({ kind: 'local', code: 'StorageUnavailable', message, facts: { bytes: MAX_BYTES } });
      }
      pieces.set(atByte, new Blob([bytes]));
    },
    truncate: async (sizeBytes) => {
      pieces = new Map([...pieces].filter(([atByte, piece]) => atByte + piece.size <= sizeBytes));
    },
    finish: async () => new Blob([...pieces].toSorted(([a], [b]) => a - b).map(([, piece]) => piece)),
    remove: async () => pieces.clear(),
  };
}
