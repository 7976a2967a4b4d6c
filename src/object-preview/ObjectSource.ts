import type { CosClient } from '#cos/CosClient.ts';
import type { ObjectKey } from '#cos/objectKey.ts';

/** The object to look at, and the ways to it. */
export interface ObjectSource {
  /** Tells this version of this object of this connection apart from every other. */
  readonly id: string;
  readonly key: ObjectKey;
  /** The last part of the key. */
  readonly name: string;
  /** As listed; undefined while that is not known. */
  readonly sizeBytes: number | undefined;
  readonly cos: Pick<CosClient, 'getObject' | 'headObject'>;
  /** A presigned URL for a media element, answered with `contentType`. */
  readonly streamUrl: (contentType: string, signal: AbortSignal) => Promise<string>;
}
