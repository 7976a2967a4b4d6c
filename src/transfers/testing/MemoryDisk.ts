import type { DownloadSink } from '#files/DownloadSink.ts';
import { FailureError } from '#lib/FailureError.ts';
import { crc64Of, MemorySink } from './startEngine.ts';

/** Staged files that outlive the page which wrote them. */
export class MemoryDisk {
  /** How many of the next writes take the file worker down. */
  crashes = 0;
  /** Files handed to the person. */
  saved = 0;
  private page = 0;
  private names = 0;
  private readonly files = new Map<string, MemorySink>();
  private readonly onSaved: (bytes: Uint8Array) => void;

  constructor(onSaved: (bytes: Uint8Array) => void) {
    this.onSaved = onSaved;
  }

  /** The page dies: what it still asks for does not happen. `inPowerCut`: the end of what was written is lost too. */
  leave(inPowerCut: boolean): void {
    this.page += 1;
    if (inPowerCut) for (const { bytes } of this.files.values()) bytes.fill(0, bytes.length >> 1);
  }

  remove(stagedAs: string): void {
    this.files.delete(stagedAs);
  }

  /** A sink that counts checksums and takes the buffers away, as the file worker does. */
  stage(stagedAs = `staged-${(this.names += 1)}`): DownloadSink {
    const { page } = this;
    const file = this.files.get(stagedAs) ?? new MemorySink();
    this.files.set(stagedAs, file);
    const alive = (): void => {
      if (page !== this.page)
        throw new FailureError({ kind: 'local', code: 'Unexpected', message: 'the page is gone' });
    };
    return {
      place: 'staged',
      stagedAs,
      countsChecksums: true,
      write: async (bytes, atByte) => {
        alive();
        const taken = structuredClone(bytes, { transfer: [bytes.buffer] });
        if (this.crashes > 0) {
          this.crashes -= 1;
          throw new FailureError({ kind: 'local', code: 'FileWorkerStopped', message: 'crashed' });
        }
        await file.write(taken, atByte);
        return { crc64: crc64Of(taken), bytes: taken };
      },
      checksumOf: async (atByte, sizeBytes) => {
        alive();
        return crc64Of(file.bytes.slice(atByte, atByte + sizeBytes));
      },
      truncate: async (sizeBytes) => {
        alive();
        await file.truncate(sizeBytes);
      },
      commit: async () => {
        alive();
        this.onSaved(file.bytes);
        this.saved += 1;
      },
      discard: async () => {
        if (page === this.page) this.remove(stagedAs);
      },
    };
  }
}
