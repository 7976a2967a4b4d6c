import { CosServiceError } from '../CosServiceError.ts';
import type { OperationContext, OperationHandler } from '../OperationContext.ts';
import { childText, malformedXml, renderXml, xmlElement, type XmlElement, type XmlNode } from '../xml.ts';
import { readHeader } from './readHeader.ts';
import { readXmlBody } from './readXmlBody.ts';
import { removeObject, type Removal } from './removeObject.ts';

const MAX_KEYS = 1000;

interface Doomed {
  readonly key: string;
  readonly versionId: string;
}

/** DELETE Multiple Objects (COS documentation 8289). The permission is asked per key, and a refusal is an entry. */
export const deleteMultipleObjects: OperationHandler = async (context) => {
  const { request } = context;
  if (readHeader(request, 'content-md5') === undefined) {
    throw new CosServiceError(400, 'InvalidRequest', 'Missing required header for this request: Content-MD5');
  }
  const { doomed, isQuiet } = readDelete(await readXmlBody(request, 'Delete'));
  const deleted: XmlElement[] = [];
  const errors: XmlElement[] = [];
  for (const target of doomed) {
    const outcome = await deleteOne(context, target);
    if (outcome instanceof CosServiceError) errors.push(errorEntry(target, outcome));
    else if (!isQuiet) deleted.push(deletedEntry(target, outcome));
  }
  return {
    status: 200,
    headers: { 'Content-Type': 'application/xml' },
    body: renderXml('DeleteResult', [...deleted, ...errors]),
  };
};

function readDelete(root: XmlNode): { doomed: Doomed[]; isQuiet: boolean } {
  const quiet = childText(root, 'Quiet')?.trim().toLowerCase() ?? 'false';
  const doomed = root.children
    .filter((child) => child.name !== 'Quiet')
    .map((child) => {
      const key = childText(child, 'Key');
      if (child.name !== 'Object' || !key) throw malformedXml();
      return { key, versionId: childText(child, 'VersionId') ?? '' };
    });
  if (doomed.length === 0 || doomed.length > MAX_KEYS || !['true', 'false'].includes(quiet)) throw malformedXml();
  return { doomed, isQuiet: quiet === 'true' };
}

async function deleteOne(context: OperationContext, { key, versionId }: Doomed): Promise<CosServiceError | Removal> {
  const { bucket } = context.request;
  try {
    context.authorize('name/cos:DeleteObject', { bucket, key });
    return await removeObject(context.store, bucket, { key, versionId });
  } catch (error) {
    if (error instanceof CosServiceError) return error;
    throw error;
  }
}

function deletedEntry({ key, versionId }: Doomed, removal: Removal): XmlElement {
  return xmlElement('Deleted', [
    xmlElement('Key', key),
    removal.isMarker ? xmlElement('DeleteMarker', true) : undefined,
    removal.isMarker ? xmlElement('DeleteMarkerVersionId', removal.versionId ?? '') : undefined,
    versionId === '' ? undefined : xmlElement('VersionId', versionId),
  ]);
}

function errorEntry({ key, versionId }: Doomed, { code, message }: CosServiceError): XmlElement {
  return xmlElement('Error', [
    xmlElement('Key', key),
    versionId === '' ? undefined : xmlElement('VersionId', versionId),
    xmlElement('Code', code),
    xmlElement('Message', message),
  ]);
}
