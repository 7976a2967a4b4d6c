import type { ObjectAcl, ObjectHead } from '#cos/CosObject.ts';
import { isAddressable, type ObjectKey } from '#cos/objectKey.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { copyInParts } from './copyInParts.ts';
import { canGoThroughPage, copyThroughPage } from './copyThroughPage.ts';
import type { OperationRun } from './OperationRun.ts';
import type { Source } from './Source.ts';

export interface CopyOptions {
  readonly onExisting: 'ask' | 'replace';
  /** Something may be there under the new name; false spares the question. */
  readonly mayExist: boolean;
}

/**
 * `unverified`: it was copied, but no checksum could be compared. `retold`: the bytes are the same, and what is said about
 * the object was said again by this page: what the CORS rule hides from it may be missing.
 */
export type CopyOutcome = 'verified' | 'unverified' | 'retold';

/**
 * Copies one object, on the server where it may, and does not believe that it worked until a HEAD of the copy says so: same size, same
 * CRC-64. Pinned to the object that was listed. Class, ACL, tags, headers and metadata go along.
 *
 * A copy of the same content that is there already is the answer to an earlier attempt of ours, or as good as one.
 *
 * @throws FailureError `FileAlreadyExists` when something else has the name, `ObjectChanged` when the source is not the
 * one that was listed any more, `ChecksumMismatch` when the copy differs; nothing was deleted in any case
 */
export async function copyVerified(
  run: OperationRun,
  source: Source,
  to: ObjectKey,
  { onExisting, mayExist }: CopyOptions,
): Promise<CopyOutcome> {
  const original = await headOf(run, source);
  if (original.etag !== undefined && original.etag !== source.etag) throw changed(source.key);
  if (mayExist) {
    const existing = await lookUp(run, to);
    if (existing !== undefined) {
      const outcome = compare(original, existing);
      if (outcome === 'verified') return toldBy(run, source);
      if (outcome === 'unverified' && original.etag !== undefined && original.etag === existing.etag) return outcome;
      if (onExisting === 'ask') throw alreadyThere(to);
    }
  }
  let wasRefused = false;
  try {
    await copy(run, source, to, original, onExisting === 'ask');
  } catch (error) {
    const { code } = toFailure(error);
    if (code === 'PreconditionFailed') throw changed(source.key, error);
    if (code !== 'FileAlreadyExists') throw error;
    // Also the answer to our own success, when the first answer got lost.
    wasRefused = true;
  }
  const made = await lookUp(run, to);
  if (made === undefined) throw different(to, 'The copy is not there');
  const outcome = compare(original, made);
  if (outcome === 'verified') return toldBy(run, source);
  if (outcome !== 'different') return outcome;
  throw wasRefused ? alreadyThere(to) : different(to, 'The copy is not what was copied');
}

/**
 * [Note: A part copy carries bytes alone] What is too large for one request loses, on its way, what nobody says again,
 * and a page can say again only what it can read. Whether more is hidden nobody can tell from here.
 */
function toldBy({ policy }: OperationRun, { sizeBytes }: Source): 'verified' | 'retold' {
  return sizeBytes > policy.wholeCopyBytes ? 'retold' : 'verified';
}

async function copy(
  run: OperationRun,
  source: Source,
  to: ObjectKey,
  original: ObjectHead,
  forbidOverwrite: boolean,
): Promise<void> {
  const acl = await aclOf(run, source.key);
  const storageClass = source.storageClass === 'STANDARD' ? {} : { storageClass: source.storageClass };
  const chosen = { ...storageClass, ...acl, ...(forbidOverwrite ? { forbidOverwrite } : {}) };
  const from = { ...run.cos.location, key: source.key, ifMatch: source.etag };
  if (run.mayCopyOnServer) {
    try {
      if (source.sizeBytes > run.policy.wholeCopyBytes) await copyInParts(run, { source, from, to, original, chosen });
      else await run.target.copyObject({ key: to, source: from, ...chosen });
      return;
    } catch (error) {
      if (!canGoThroughPage(run, error)) throw error;
      // These keys will not be allowed for the next object either.
      run.mayCopyOnServer = false;
    }
  }
  await copyThroughPage(run, { source, to, original, chosen });
}

async function aclOf(run: OperationRun, key: ObjectKey): Promise<{ acl?: NonNullable<ObjectAcl['canned']> }> {
  if (!run.readsAcl || !isAddressable(key)) return {};
  const { canned } = await run.cos.getObjectAcl({ key });
  return canned === undefined || canned === 'default' ? {} : { acl: canned };
}

/** A key that no URL can name is not asked for: what the listing says has to do, and no checksum is known. */
async function headOf({ cos }: OperationRun, { key, sizeBytes, etag }: Source): Promise<ObjectHead> {
  return isAddressable(key) ? cos.headObject({ key }) : { sizeBytes, etag };
}

/** What is there under a new name; undefined when nothing is. */
export async function lookUp({ target }: OperationRun, key: ObjectKey): Promise<ObjectHead | undefined> {
  try {
    return await target.headObject({ key });
  } catch (error) {
    if (toFailure(error).status === 404) return undefined;
    throw error;
  }
}

function compare(original: ObjectHead, other: ObjectHead): 'verified' | 'unverified' | 'different' {
  if (original.sizeBytes !== other.sizeBytes) return 'different';
  if (original.crc64 === undefined || other.crc64 === undefined) return 'unverified';
  return original.crc64 === other.crc64 ? 'verified' : 'different';
}

function alreadyThere(key: ObjectKey): FailureError {
  return failed(
    { kind: 'service', code: 'FileAlreadyExists', message: 'Another object has this name', status: 409 },
    key,
  );
}

function changed(key: ObjectKey, cause?: unknown): FailureError {
  return failed(
    { kind: 'integrity', code: 'ObjectChanged', message: 'It is not the object that was listed' },
    key,
    cause,
  );
}

function different(key: ObjectKey, message: string): FailureError {
  return failed({ kind: 'integrity', code: 'ChecksumMismatch', message }, key);
}

function failed(failure: Failure, key: ObjectKey, cause?: unknown): FailureError {
  return new FailureError({ ...failure, facts: { key, operation: 'CopyObject' } }, { cause });
}
