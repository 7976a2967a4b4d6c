import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc64Combine } from '../crc64.ts';
import type { KeySeed } from '../EmulatorOptions.ts';
import type { StoredObject } from '../objectStore.ts';
import { compareUtf8 } from './compareUtf8.ts';

/** Objects that exist as a rule instead of as records: object number `n` is worked out when somebody asks for it. */
export interface SeededObjects {
  /** The object under this key, if the rule makes one. */
  find(key: string): StoredObject | undefined;
  /** In UTF-8 byte order, from the first key for which `holds`; it must be false up to some key and true from there on. */
  from(holds: (key: string) => boolean): Iterable<StoredObject>;
}

/** Longer objects get an ETag like a multipart upload's: nobody waits for the MD5 of terabytes. */
const LONGEST_MD5_BYTES = 16 * 1024 * 1024;
/** CRC-64 of one zero byte (COS documentation 40334: CRC-64/XZ). */
const CRC64_OF_ZERO_BYTE = '2282658103124508505';
const SECOND = 1000;

/**
 * @param now emulator time at the start, milliseconds since 1970: the age of a seed that names no date
 * @throws Error for a pattern without `#`, or with too few for `count`
 */
export function seededObjects(seed: KeySeed, now: number): SeededObjects {
  const { pattern, count } = seed;
  const pieces = pattern.split('#');
  const digits = pieces.length - 1;
  if (digits === 0 || count > 10 ** digits) throw new Error(`${pattern} has too few # for ${count} keys.`);
  const sizes = seed.sizesBytes ?? [0];
  const first = seed.lastModified === undefined ? now : Date.parse(seed.lastModified);
  const checksums = new Map<number, { readonly etag: string; readonly crc64: string }>();

  function keyOf(n: number): string {
    const number = String(n).padStart(digits, '0');
    let key = pieces[0] ?? '';
    for (let at = 0; at < digits; at++) key += (number[at] ?? '') + (pieces[at + 1] ?? '');
    return key;
  }

  function checksumsOf(sizeBytes: number): { readonly etag: string; readonly crc64: string } {
    let known = checksums.get(sizeBytes);
    if (known === undefined) {
      known = { etag: etagOfZeros(sizeBytes), crc64: crc64OfZeros(sizeBytes) };
      checksums.set(sizeBytes, known);
    }
    return known;
  }

  function objectOf(n: number): StoredObject {
    const sizeBytes = sizes[n % sizes.length] ?? 0;
    return {
      key: keyOf(n),
      sizeBytes,
      ...checksumsOf(sizeBytes),
      lastModified: first + n * SECOND,
      headers: { 'content-type': 'application/octet-stream' },
      storageClass: 'STANDARD',
      acl: 'default',
    };
  }

  return {
    find: (key) => {
      const n = firstNumber(count, (candidate) => compareUtf8(keyOf(candidate), key) >= 0);
      return n < count && keyOf(n) === key ? objectOf(n) : undefined;
    },
    *from(holds) {
      for (let n = firstNumber(count, (candidate) => holds(keyOf(candidate))); n < count; n++) yield objectOf(n);
    },
  };
}

/** What a seeded object holds: as many zero bytes as its size, made while they are read. */
export function readZeros(sizeBytes: number): Readable {
  return Readable.from(zeros(sizeBytes), { objectMode: false });
}

function* zeros(sizeBytes: number): Generator<Buffer> {
  const block = Buffer.alloc(Math.min(sizeBytes, 64 * 1024));
  for (let left = sizeBytes; left > 0; left -= block.length) yield block.subarray(0, Math.min(left, block.length));
}

/** The smallest number below `count` for which `holds`, or `count`. */
function firstNumber(count: number, holds: (n: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function etagOfZeros(sizeBytes: number): string {
  const hash = createHash('md5');
  if (sizeBytes > LONGEST_MD5_BYTES) return `${hash.update(`zeros ${sizeBytes}`).digest('hex')}-2`;
  for (const block of zeros(sizeBytes)) hash.update(block);
  return hash.digest('hex');
}

/** By halves: the CRC of 2n zeros follows from that of n. */
function crc64OfZeros(sizeBytes: number): string {
  if (sizeBytes === 0) return '0';
  if (sizeBytes === 1) return CRC64_OF_ZERO_BYTE;
  const half = Math.floor(sizeBytes / 2);
  const crc = crc64OfZeros(half);
  const doubled = crc64Combine(crc, crc, half);
  return sizeBytes % 2 === 0 ? doubled : crc64Combine(doubled, CRC64_OF_ZERO_BYTE, 1);
}
