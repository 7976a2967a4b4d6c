import type { ObjectHead, ObjectTags } from '#cos/CosObject.ts';
import { readMetadataValue } from '#cos/metadataHeaders.ts';
import type { NamedValue } from '#cos/readMetadataRows.ts';

/** What stands in the fields, as typed. */
export interface EditDraft {
  readonly contentType: string;
  readonly cacheControl: string;
  readonly contentDisposition: string;
  /** Empty: as each has it. */
  readonly storageClass: string;
  readonly metadata: readonly NamedValue[];
  readonly tags: readonly NamedValue[];
  /** Of several: what they have under other names stays. */
  readonly keepsMetadata: boolean;
  readonly keepsTags: boolean;
}

/** Where many objects are edited, nothing is known of each. */
export const EMPTY_DRAFT: EditDraft = {
  contentType: '',
  cacheControl: '',
  contentDisposition: '',
  storageClass: '',
  metadata: [],
  tags: [],
  keepsMetadata: true,
  keepsTags: true,
};

/** What is said of one object now, as its fields show it. */
export function draftOf(head: ObjectHead, storageClass: string, tags: ObjectTags): EditDraft {
  const { contentType = '', delivery = {}, metadata = {} } = head;
  return {
    contentType,
    cacheControl: delivery.cacheControl ?? '',
    contentDisposition: delivery.contentDisposition ?? '',
    storageClass,
    metadata: Object.entries(metadata).map(([name, value]) => ({ name, value: readMetadataValue(value) })),
    tags: Object.entries(tags).map(([name, value]) => ({ name, value })),
    keepsMetadata: false,
    keepsTags: false,
  };
}
