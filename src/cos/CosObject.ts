import type { ObjectKey } from './objectKey.ts';

export interface BucketLocation {
  readonly bucket: string;
  readonly region: string;
}

export interface ListedObject {
  readonly key: ObjectKey;
  readonly sizeBytes: number;
  readonly lastModified: Date;
  readonly etag: string;
  /** Shown verbatim when we do not know it. */
  readonly storageClass: string;
}

/** An object, or one of its versions. */
export interface ObjectVersionName {
  readonly key: ObjectKey;
  /** Absent: the latest. `null` is the text COS has for a version that was written before versions were kept. */
  readonly versionId?: string;
}

/** What HEAD or GET answers about an object; fields hidden by CORS are absent. */
export interface ObjectHead {
  readonly sizeBytes: number;
  readonly etag?: string;
  readonly lastModified?: Date;
  readonly contentType?: string;
  /** `x-cos-hash-crc64ecma`, unsigned decimal; above 2^53, hence text. */
  readonly crc64?: string;
  readonly storageClass?: string;
  readonly versionId?: string;
  /** Of an archived object that was, or is being, restored; absent also where the header is hidden. */
  readonly restore?: RestoreState;
  readonly requestId?: string;
  /** Every header of the answer that the page may read, names in lower case; the CORS rule decides which. */
  readonly headers?: ReadonlyMap<string, string>;
  /** User metadata as far as the CORS rule shows it, names without `x-cos-meta-`, values as they travel. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** How it is to be handed out; only what is set and can be read. */
  readonly delivery?: DeliveryHeaders;
}

/** `x-cos-restore` (COS documentation 7745). */
export type RestoreState =
  | { readonly isOngoing: true }
  /** Until then the object can be read. */
  | { readonly isOngoing: false; readonly until?: Date };

/** Standard headers an object is handed out with (COS documentation 7749). */
export interface DeliveryHeaders {
  readonly cacheControl?: string;
  readonly contentDisposition?: string;
  readonly contentEncoding?: string;
  readonly expires?: string;
}

/** Who may read an object beyond what its bucket says. */
export interface ObjectAcl {
  /** `default` inherits the bucket's; absent when the grants are none that a word stands for. */
  readonly canned?: 'default' | 'private' | 'public-read' | 'authenticated-read';
}

export type ObjectTags = Readonly<Record<string, string>>;

/** Metadata a new object is written with. */
export interface ObjectHeaders {
  readonly contentType?: string;
  readonly storageClass?: string;
  /** User metadata, names without `x-cos-meta-`. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Metadata of an object that is copied, values as they travelled. */
  readonly storedMetadata?: Readonly<Record<string, string>>;
  readonly delivery?: DeliveryHeaders;
  /** Default: the bucket's. */
  readonly acl?: NonNullable<ObjectAcl['canned']>;
  readonly tags?: ObjectTags;
  /** Refuse with 409 `FileAlreadyExists` when the key exists. Versioned buckets ignore it. */
  readonly forbidOverwrite?: boolean;
}

/** How soon an archived object can be read; the fastest costs most, and DEEP_ARCHIVE has no `Expedited`. */
export type RestoreTier = 'Expedited' | 'Standard' | 'Bulk';

interface VersionFacts extends Required<ObjectVersionName> {
  readonly isLatest: boolean;
  readonly lastModified: Date;
}

/** One state of an object, or the mark that it was deleted. */
export type ObjectVersion =
  | (VersionFacts & { readonly isDeleteMarker: true })
  | (VersionFacts & {
      readonly isDeleteMarker: false;
      readonly sizeBytes: number;
      readonly etag: string;
      readonly storageClass: string;
    });
