import type { OperationHandler } from '../OperationContext.ts';
import { renderXml, xmlElement } from '../xml.ts';
import { findVersion } from './findVersion.ts';
import { grantsOf, ownerId, readGrants } from './readGrants.ts';
import { readHeader } from './readHeader.ts';
import { readAcl } from './readNewObject.ts';
import { readXmlBody } from './readXmlBody.ts';
import { targetVersion } from './targetVersion.ts';

/** GET Object acl (COS documentation 7744). The header names the canned ACL, as the list of grants cannot. */
export const getObjectAcl: OperationHandler = async ({ request, store }) => {
  const { bucket } = request;
  const { acl } = findVersion(store, targetVersion(request));
  const id = ownerId(bucket);
  return {
    status: 200,
    headers: { 'Content-Type': 'application/xml', 'x-cos-acl': acl },
    body: renderXml('AccessControlPolicy', [
      xmlElement('Owner', [xmlElement('ID', id), xmlElement('DisplayName', id)]),
      xmlElement('AccessControlList', grantsOf(acl, bucket)),
    ]),
  };
};

/** PUT Object acl (COS documentation 7748): a canned ACL in the header, which wins, or grants in the body. */
export const putObjectAcl: OperationHandler = async ({ request, store }) => {
  const object = findVersion(store, targetVersion(request));
  const canned = readHeader(request, 'x-cos-acl');
  const acl =
    canned === undefined
      ? readGrants(await readXmlBody(request, 'AccessControlPolicy'), request.bucket)
      : readAcl(request.headers);
  await store.alter(request.bucket.name, object, { acl });
  return { status: 200 };
};
