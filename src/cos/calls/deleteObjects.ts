import type { DeleteObjectsInput, DeleteObjectsOutput } from '../CosCalls.ts';
import type { CallOptions } from '../CosClient.ts';
import type { ObjectVersionName } from '../CosObject.ts';
import { CosError } from '../CosError.ts';
import { md5Base64 } from '../md5Base64.ts';
import type { ObjectKey } from '../objectKey.ts';
import { readEmptyAnswer, readXmlAnswer } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { isXmlText, writeXml } from '../writeXml.ts';
import { childrenOf, optionalText, requiredText, type XmlElement } from '../xml.ts';
import { versionQuery } from './versionQuery.ts';

const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** DELETE Object (COS documentation 7743). A key that does not exist counts as deleted. */
export async function deleteObject(
  requester: Requester,
  { key, versionId }: ObjectVersionName,
  options: CallOptions = {},
): Promise<void> {
  const answer = await requester.ask(
    {
      operation: 'DeleteObject',
      action: 'name/cos:DeleteObject',
      purpose: 'upload',
      method: 'DELETE',
      placement: 'header',
      key,
      ...versionQuery(versionId),
    },
    options,
  );
  readEmptyAnswer(answer);
}

/**
 * True for a key that DELETE Multiple Objects can carry. A leading slash "succeeds" there without deleting anything
 * (COS documentation 8289), and XML has no way to write control characters.
 */
export function isMultiDeletable(key: ObjectKey): boolean {
  return key !== '' && !key.startsWith('/') && !/\p{Cc}/u.test(key) && isXmlText(key);
}

/**
 * DELETE Multiple Objects (COS documentation 8289), at most 1,000 keys. Keys travel in the body, so this is also the
 * way to delete one that cannot be put in a URL.
 */
export async function deleteObjects(
  requester: Requester,
  { keys, versionIds }: DeleteObjectsInput,
  options: CallOptions = {},
): Promise<DeleteObjectsOutput> {
  const refused = keys.find((key) => !isMultiDeletable(key));
  if (refused !== undefined) throw notAllowed(refused);
  if (keys.length === 0) return { deleted: [], errors: [] };
  const body = writeXml([
    'Delete',
    [['Quiet', 'false'], ...keys.map((key) => ['Object', nameOf(key, versionIds?.get(key))] as const)],
  ]);
  const answer = await requester.ask(
    {
      operation: 'DeleteMultipleObjects',
      action: 'name/cos:DeleteMultipleObjects',
      purpose: 'upload',
      method: 'POST',
      placement: 'header',
      query: { delete: '' },
      headers: { 'Content-Type': 'application/xml', 'Content-MD5': await md5Base64(body) },
      body,
    },
    options,
    MAX_ANSWER_BYTES,
  );
  return readXmlAnswer(answer, 'DeleteResult', (root) => ({
    deleted: childrenOf(root, 'Deleted').map((element) => requiredText(element, 'Key')),
    ...markersOf(root),
    errors: childrenOf(root, 'Error').map((element) => ({
      key: requiredText(element, 'Key'),
      code: requiredText(element, 'Code'),
      message: requiredText(element, 'Message'),
    })),
  }));
}

function nameOf(key: ObjectKey, versionId: string | undefined): readonly (readonly [string, string])[] {
  return versionId === undefined
    ? [['Key', key]]
    : [
        ['Key', key],
        ['VersionId', versionId],
      ];
}

/** Marks that were made, not those that were removed: these say `VersionId` too. */
function markersOf(root: XmlElement): Pick<DeleteObjectsOutput, 'markers'> {
  const markers = new Map<ObjectKey, string>();
  for (const element of childrenOf(root, 'Deleted')) {
    const marker = optionalText(element, 'DeleteMarkerVersionId');
    if (marker !== undefined && marker !== '' && optionalText(element, 'VersionId') === undefined) {
      markers.set(requiredText(element, 'Key'), marker);
    }
  }
  return markers.size === 0 ? {} : { markers };
}

function notAllowed(key: ObjectKey): CosError {
  return new CosError({
    kind: 'local',
    code: 'KeyNotAllowed',
    message: 'A key that starts with a slash or holds control characters cannot be deleted together with others',
    facts: { operation: 'DeleteMultipleObjects', key },
  });
}
