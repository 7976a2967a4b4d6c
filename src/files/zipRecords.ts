/**
 * The records of a ZIP file (PKWARE APPNOTE 6.3.10), stored and not compressed, ZIP64 wherever a field is too small.
 *
 * [Note: Why the ZIP is written here] client-zip 2.5.1 leaves out the ZIP64 end record when there are more than 65,535
 * small entries, and `unzip` then calls the archive damaged (tried with 70,000). Where an archive can be written in any
 * order, the checksum goes into the header in front of the bytes, and no reader has to know about data descriptors; where
 * it cannot, one follows the bytes.
 */
export interface ZipEntry {
  /** UTF-8 of the path; folders end with `/`. At most 65,535 bytes. */
  readonly path: Uint8Array;
  readonly isFolder: boolean;
  readonly sizeBytes: number;
  readonly crc32: number;
  readonly lastModified: Date;
  /** Where the local header begins. */
  readonly atByte: number;
  /** The checksum is in a `dataDescriptor` behind the bytes, and not in the local header. */
  readonly isDescribed?: boolean;
}

const LIMIT_32 = 0xffff_ffff;
const LIMIT_16 = 0xffff;
const UTF8_NAMES = 1 << 11;
const DESCRIBED = 1 << 3;
const UNIX = 3 << 8;

/** Length of `localHeader` for an entry whose checksum need not be known yet. */
export function localHeaderBytes({ path, sizeBytes }: Pick<ZipEntry, 'path' | 'sizeBytes'>): number {
  return 30 + path.length + (sizeBytes >= LIMIT_32 ? 20 : 0);
}

/** 4.3.7: goes in front of the bytes of an entry. */
export function localHeader(entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const isLarge = entry.sizeBytes >= LIMIT_32;
  const record = new Record(localHeaderBytes(entry));
  record
    .u32(0x04034b50)
    .u16(isLarge ? 45 : 20)
    .u16(flagsOf(entry))
    .u16(0)
    .u32(dosTime(entry.lastModified));
  record.u32(entry.isDescribed ? 0 : entry.crc32);
  record.u32(Math.min(entry.sizeBytes, LIMIT_32)).u32(Math.min(entry.sizeBytes, LIMIT_32));
  record
    .u16(entry.path.length)
    .u16(isLarge ? 20 : 0)
    .bytes(entry.path);
  if (isLarge) record.u16(1).u16(16).u64(entry.sizeBytes).u64(entry.sizeBytes);
  return record.content;
}

/** 4.3.9: goes behind the bytes of an entry that `isDescribed`. */
export function dataDescriptor({ sizeBytes, crc32 }: Pick<ZipEntry, 'sizeBytes' | 'crc32'>): Uint8Array<ArrayBuffer> {
  const isLarge = sizeBytes >= LIMIT_32;
  const record = new Record(isLarge ? 24 : 16);
  record.u32(0x08074b50).u32(crc32);
  if (isLarge) record.u64(sizeBytes).u64(sizeBytes);
  else record.u32(sizeBytes).u32(sizeBytes);
  return record.content;
}

function flagsOf({ isDescribed }: Pick<ZipEntry, 'isDescribed'>): number {
  return UTF8_NAMES | (isDescribed ? DESCRIBED : 0);
}

/** 4.3.12: one of these for each entry, behind all entries. */
export function directoryHeader(entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const isLarge = entry.sizeBytes >= LIMIT_32;
  const isFar = entry.atByte >= LIMIT_32;
  const extraBytes = (isLarge ? 16 : 0) + (isFar ? 8 : 0);
  const extraField = extraBytes === 0 ? 0 : extraBytes + 4;
  const record = new Record(46 + entry.path.length + extraField);
  const version = extraField > 0 ? 45 : 20;
  record
    .u32(0x02014b50)
    .u16(UNIX | version)
    .u16(version)
    .u16(flagsOf(entry))
    .u16(0)
    .u32(dosTime(entry.lastModified));
  record.u32(entry.crc32).u32(Math.min(entry.sizeBytes, LIMIT_32)).u32(Math.min(entry.sizeBytes, LIMIT_32));
  record.u16(entry.path.length).u16(extraField).u16(0).u16(0).u16(0);
  // Unix permissions in the upper half, so that an unpacked folder can be entered and a file is not a program.
  record.u32((entry.isFolder ? 0o40755 : 0o100644) * 0x10000 + (entry.isFolder ? 0x10 : 0));
  record.u32(Math.min(entry.atByte, LIMIT_32)).bytes(entry.path);
  if (extraField > 0) record.u16(1).u16(extraBytes);
  if (isLarge) record.u64(entry.sizeBytes).u64(entry.sizeBytes);
  if (isFar) record.u64(entry.atByte);
  return record.content;
}

/** 4.3.14 to 4.3.16: the last bytes of the file. */
export function endOfDirectory(entries: number, directoryBytes: number, directoryAt: number): Uint8Array<ArrayBuffer> {
  const needs64 = entries >= LIMIT_16 || directoryBytes >= LIMIT_32 || directoryAt >= LIMIT_32;
  const record = new Record(22 + (needs64 ? 76 : 0));
  if (needs64) {
    record
      .u32(0x06064b50)
      .u64(44)
      .u16(UNIX | 45)
      .u16(45)
      .u32(0)
      .u32(0);
    record.u64(entries).u64(entries).u64(directoryBytes).u64(directoryAt);
    record
      .u32(0x07064b50)
      .u32(0)
      .u64(directoryAt + directoryBytes)
      .u32(1);
  }
  const count = Math.min(entries, LIMIT_16);
  record.u32(0x06054b50).u16(0).u16(0).u16(count).u16(count);
  record.u32(Math.min(directoryBytes, LIMIT_32)).u32(Math.min(directoryAt, LIMIT_32)).u16(0);
  return record.content;
}

/** Date and time in one word, of this machine's zone, in steps of two seconds from 1980 to 2107. */
function dosTime(when: Date): number {
  const year = Math.min(Math.max(when.getFullYear() - 1980, 0), 127);
  const date = (year << 9) | ((when.getMonth() + 1) << 5) | when.getDate();
  const time = (when.getHours() << 11) | (when.getMinutes() << 5) | (when.getSeconds() >> 1);
  return date * 0x10000 + time;
}

/** Fields one after the other, little-endian. */
class Record {
  readonly content: Uint8Array<ArrayBuffer>;
  private readonly view: DataView;
  private at = 0;

  constructor(length: number) {
    this.content = new Uint8Array(length);
    this.view = new DataView(this.content.buffer);
  }

  u16(value: number): this {
    this.view.setUint16(this.at, value, true);
    this.at += 2;
    return this;
  }

  u32(value: number): this {
    this.view.setUint32(this.at, value, true);
    this.at += 4;
    return this;
  }

  u64(value: number): this {
    this.view.setBigUint64(this.at, BigInt(value), true);
    this.at += 8;
    return this;
  }

  bytes(value: Uint8Array): this {
    this.content.set(value, this.at);
    this.at += value.length;
    return this;
  }
}
