import type { OperationHandler } from '../OperationContext.ts';
import { renderXml, xmlElement } from '../xml.ts';

/** GET Bucket versioning (COS documentation 19888): an empty element where it was never switched on. */
export const getBucketVersioning: OperationHandler = async ({ request }) => {
  const { versioning } = request.bucket;
  return {
    status: 200,
    headers: { 'Content-Type': 'application/xml' },
    body: renderXml('VersioningConfiguration', versioning === undefined ? [] : [xmlElement('Status', versioning)]),
  };
};
