import type { ObjectKey } from '#cos/objectKey.ts';
import type { DownloadBlock } from './DownloadJob.ts';

export interface ArchiveMember {
  readonly key: ObjectKey;
  /** Safe and unique; a folder's ends with `/`, and nothing is fetched for it. */
  readonly path: string;
  /** As listed; an object that has another size by now has changed. */
  readonly sizeBytes: number;
  readonly lastModified: Date;
}

/** A stretch of one member, as it is fetched and written. */
export interface ArchivePiece {
  readonly open: OpenMember;
  readonly block: DownloadBlock;
  state: 'planned' | 'fetching' | 'ready';
}

export interface OpenMember {
  readonly member: ArchiveMember;
  /** What the first answer said; all others must agree. */
  object?: { readonly sizeBytes: number; readonly etag?: string; readonly crc64?: string };
  /** Checksum of the pieces written so far. */
  crc64: string;
}
