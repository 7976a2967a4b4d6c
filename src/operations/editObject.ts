import type { ObjectAcl, ObjectHead, ObjectHeaders } from '#cos/CosObject.ts';
import { metadataBytes, MOST_METADATA_BYTES } from '#cos/metadataHeaders.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import { MOST_TAGS } from '#cos/readTagRows.ts';
import { toFailure, type FailureCode } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { applyEdit, applyTags, haveSameValues, saysAlready, type Said } from './applyEdit.ts';
import { copyInParts } from './copyInParts.ts';
import type { ObjectEdit } from './ObjectEdit.ts';
import type { OperationRun } from './OperationRun.ts';
import type { Source } from './Source.ts';

/**
 * Changes what is said about an object. COS has no way to change headers, metadata or class in place: the object is
 * copied onto itself, pinned to the content that was looked at, and everything that is to stay is said again. Tags have
 * their own request. What is as wanted already is left alone, so that doing it again is no harm.
 *
 * @returns what a listing shows of it now
 * @throws FailureError `AclNotCarried`, `MetadataTooLarge` or `TooManyTags` before anything was changed, `ObjectChanged`
 * when somebody else wrote it meanwhile, `ChecksumMismatch` when the result is not the same content
 */
export async function editObject(run: OperationRun, source: Source, edit: ObjectEdit): Promise<Source> {
  const { key } = source;
  // The header may be hidden from this page; the listing always tells the class.
  const head = { ...(await run.cos.headObject({ key })), storageClass: source.storageClass };
  const said = applyEdit(head, edit);
  const tags = await tagsFor(run, key, edit);
  if (said !== undefined) await rewrite(run, key, head, said);
  if (tags !== undefined) await run.cos.putObjectTagging({ key, tags });
  const now = said === undefined ? head : await verified(run, key, head);
  const { sizeBytes, etag = source.etag, lastModified = source.lastModified } = now;
  return { key, sizeBytes, lastModified, etag, storageClass: said?.storageClass ?? source.storageClass };
}

/** Undefined when they are as wanted already. */
async function tagsFor({ cos }: OperationRun, key: ObjectKey, { tags }: ObjectEdit) {
  if (tags === undefined) return undefined;
  const before = await cos.getObjectTagging({ key });
  const after = applyTags(before, tags);
  if (Object.keys(after).length > MOST_TAGS) throw refused('TooManyTags', key, 'An object has ten tags at most');
  return haveSameValues(before, after) ? undefined : after;
}

async function rewrite(run: OperationRun, key: ObjectKey, head: ObjectHead, said: Said): Promise<void> {
  if (metadataBytes(said.storedMetadata) > MOST_METADATA_BYTES) {
    throw refused('MetadataTooLarge', key, 'All metadata of an object may have 2 KB');
  }
  const acl = await aclOf(run, key);
  const { etag, sizeBytes } = head;
  const from = { ...run.cos.location, key, ...(etag === undefined ? {} : { ifMatch: etag }) };
  try {
    if (sizeBytes > run.policy.wholeCopyBytes) {
      const { storageClass, contentType, storedMetadata: metadata, delivery } = said;
      const original = { sizeBytes, contentType, metadata, delivery };
      const chosen = { storageClass, ...acl };
      await copyInParts(run, { source: { key, sizeBytes }, from, to: key, original, chosen });
    } else {
      const headers: ObjectHeaders = { ...said, ...acl };
      await run.cos.copyObject({ key, source: from, replacesHeaders: true, ...headers });
    }
  } catch (error) {
    if (toFailure(error).code !== 'PreconditionFailed') throw error;
    // Also the answer to our own success, when the first answer got lost: then it is as wanted, and of the same content.
    const now = await run.cos.headObject({ key });
    if (!isSameContent(head, now) || !saysAlready(now, said)) {
      throw refused('ObjectChanged', key, 'Somebody else wrote it meanwhile', 'integrity');
    }
  }
}

async function verified(run: OperationRun, key: ObjectKey, before: ObjectHead): Promise<ObjectHead> {
  const now = await run.cos.headObject({ key });
  if (!isSameContent(before, now)) {
    throw refused('ChecksumMismatch', key, 'It is not the same content as before', 'integrity');
  }
  return now;
}

function isSameContent(before: ObjectHead, now: ObjectHead): boolean {
  return before.sizeBytes === now.sizeBytes && before.crc64 === now.crc64;
}

/** A copy begins with the bucket's ACL, so the object's own is said again, or nothing is touched. */
async function aclOf({ cos, readsAcl }: OperationRun, key: ObjectKey): Promise<Pick<ObjectHeaders, 'acl'>> {
  if (!readsAcl) return {};
  const { canned }: ObjectAcl = await cos.getObjectAcl({ key });
  if (canned === undefined) throw refused('AclNotCarried', key, 'Its ACL has grants that no header can repeat');
  return canned === 'default' ? {} : { acl: canned };
}

function refused(code: FailureCode, key: ObjectKey, message: string, kind: 'local' | 'integrity' = 'local') {
  return new FailureError({ kind, code, message, facts: { key, operation: 'CopyObject' } });
}
