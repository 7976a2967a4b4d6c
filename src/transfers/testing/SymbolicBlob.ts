import { crc64CombineAll } from '#lib/crc64Combine.ts';
import { GRAIN } from '../createShares.ts';

/** A stretch of some version of a file. */
export interface Stretch {
  readonly version: string;
  readonly start: number;
  readonly end: number;
}

/**
 * [Note: Bytes without bytes] Thousands of random schedules move gigabytes. What they have to prove is that each byte of
 * the right version ends at the right place, and for that a byte need not exist: it is enough to know which version and
 * which place it comes from. So a symbolic blob is a list of stretches, and its CRC-64 is made of arbitrary checksums of
 * its grains, combined by the real arithmetic, as those of parts are.
 */
export class SymbolicBlob extends Blob {
  readonly stretches: readonly Stretch[];

  constructor(stretches: readonly Stretch[]) {
    super([]);
    this.stretches = stretches;
    const size = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
    Object.defineProperty(this, 'size', { value: size });
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(new ArrayBuffer(0));
  }
}

/** A file of a disk. Once it is edited, what was chosen before cannot be read any more, as in Chromium. */
export class SymbolicFile extends File {
  readonly version: string;
  isEdited = false;
  isGone = false;

  constructor(name: string, version: string, sizeBytes: number) {
    super([], name, { lastModified: 1 });
    this.version = version;
    Object.defineProperty(this, 'size', { value: sizeBytes });
  }

  override slice(start = 0, end = this.size): Blob {
    const { version } = this;
    if (this.isGone) return new GoneBlob([{ version, start, end }]);
    if (this.isEdited) return new EditedBlob([{ version, start, end }]);
    return new SymbolicBlob(end > start ? [{ version, start, end }] : []);
  }
}

export class EditedBlob extends SymbolicBlob {
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new DOMException('edited', 'NotReadableError'));
  }
}

export class GoneBlob extends SymbolicBlob {
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new DOMException('gone', 'NotFoundError'));
  }
}

/** Which bytes a blob is made of, neighbouring stretches of one version joined. */
export function contentOf(blob: Blob): readonly Stretch[] {
  // Nothing is the same nothing in every version.
  const stretches = stretchesOf(blob).filter((stretch) => lengthOf(stretch) > 0);
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last?.version === stretch.version && last.end === stretch.start) {
      joined[joined.length - 1] = { ...last, end: stretch.end };
    } else joined.push(stretch);
  }
  return joined;
}

export function joinSymbolic(parts: readonly Blob[]): Blob {
  return new SymbolicBlob(parts.flatMap(stretchesOf));
}

/** The same place, other bytes: damaged on the way. */
export function damaged(blob: Blob): Blob {
  return new SymbolicBlob(
    stretchesOf(blob).map(({ version, start, end }) => ({ version: `${version} damaged`, start, end })),
  );
}

export function symbolicCrc64(blob: Blob): string {
  return crc64CombineAll(contentOf(blob).map((stretch) => ({ crc64: crcOf(stretch), sizeBytes: lengthOf(stretch) })));
}

function stretchesOf(blob: Blob): readonly Stretch[] {
  if (blob instanceof SymbolicBlob) return blob.stretches;
  if (blob instanceof SymbolicFile) return blob.size > 0 ? [{ version: blob.version, start: 0, end: blob.size }] : [];
  throw new Error('a symbolic bucket holds symbolic blobs');
}

const known = new Map<string, string>();

function crcOf(stretch: Stretch): string {
  const { version, start, end } = stretch;
  const id = `${version}:${start}:${end}`;
  const found = known.get(id);
  if (found !== undefined) return found;
  const pieces: { crc64: string; sizeBytes: number }[] = [];
  for (let at = start; at < end; at += GRAIN) {
    const sizeBytes = Math.min(GRAIN, end - at);
    pieces.push({ crc64: arbitraryCrc(`${version}:${at}:${sizeBytes}`), sizeBytes });
  }
  const crc64 = crc64CombineAll(pieces);
  known.set(id, crc64);
  return crc64;
}

function lengthOf({ start, end }: Stretch): number {
  return end - start;
}

/** FNV-1a: any 64 bits are the CRC of some bytes. */
function arbitraryCrc(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const char of text) hash = BigInt.asUintN(64, (hash ^ BigInt(char.charCodeAt(0))) * 0x100000001b3n);
  return hash.toString();
}
