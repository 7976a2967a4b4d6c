import type { StoredObject, StoredPart, StoredUpload } from '../objectStore.ts';

/** A file that holds bytes of an object, whole: an uploaded body or one part. Named relative to the data folder. */
export interface Segment {
  readonly file: string;
  readonly sizeBytes: number;
}

/** One line of the journal: something that happened to the store and can be told again. */
export type StoreRecord =
  | {
      readonly type: 'put';
      readonly bucket: string;
      readonly object: StoredObject;
      readonly segments: readonly Segment[];
      /** The multipart upload that ended in this object. */
      readonly completes?: string;
    }
  | { readonly type: 'delete'; readonly bucket: string; readonly key: string }
  | {
      readonly type: 'mark';
      readonly bucket: string;
      readonly key: string;
      readonly versionId: string;
      readonly at: number;
    }
  | { readonly type: 'deleteVersion'; readonly bucket: string; readonly key: string; readonly versionId: string }
  | { readonly type: 'alter'; readonly bucket: string; readonly object: StoredObject }
  | { readonly type: 'upload'; readonly bucket: string; readonly upload: StoredUpload }
  | {
      readonly type: 'part';
      readonly bucket: string;
      readonly uploadId: string;
      readonly part: StoredPart;
      readonly segments: readonly Segment[];
    }
  | { readonly type: 'abort'; readonly bucket: string; readonly uploadId: string };
