import type { CosClient } from '#cos/CosClient.ts';
import type { ListedObject } from '#cos/CosObject.ts';
import type { ObjectKey } from '#cos/objectKey.ts';

/** The object to look at, and the ways to it. */
export interface ObjectSource {
  /** Tells this version of this object of this connection apart from every other. */
  readonly id: string;
  /** Tells this object of this connection apart from every other, whatever its version. */
  readonly objectId: string;
  readonly key: ObjectKey;
  /** The last part of the key. */
  readonly name: string;
  /** Opens it for everybody where it is public. */
  readonly plainUrl: string;
  /** Nothing is signed here, so whoever can look at it needs no key either. */
  readonly isUnsigned: boolean;
  /** As listed; undefined while that is not known, and for an older version. */
  readonly listed: Pick<ListedObject, 'sizeBytes' | 'lastModified' | 'etag' | 'storageClass'> | undefined;
  /** Its calls are about this version where it is an older one. */
  readonly cos: Pick<CosClient, 'getObject' | 'headObject' | 'getObjectTagging' | 'getObjectAcl'>;
  /** A presigned URL for a media element, answered with `contentType`. */
  readonly streamUrl: (contentType: string, signal: AbortSignal) => Promise<string>;
}
