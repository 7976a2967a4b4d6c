import type { OperationHandler } from '../OperationContext.ts';
import { renderXml, xmlElement } from '../xml.ts';
import { findVersion } from './findVersion.ts';
import { readTagBody } from './readTags.ts';
import { readXmlBody } from './readXmlBody.ts';
import { targetVersion } from './targetVersion.ts';

/** GET Object tagging (COS documentation 35710): an empty set where there are none. */
export const getObjectTagging: OperationHandler = async ({ request, store }) => {
  const { tags = {} } = findVersion(store, targetVersion(request));
  const set = Object.entries(tags).map(([name, value]) =>
    xmlElement('Tag', [xmlElement('Key', name), xmlElement('Value', value)]),
  );
  return {
    status: 200,
    headers: { 'Content-Type': 'application/xml' },
    body: renderXml('Tagging', [xmlElement('TagSet', set)]),
  };
};

/** PUT Object tagging (COS documentation 35709): the whole set at once. */
export const putObjectTagging: OperationHandler = async ({ request, store }) => {
  const tags = readTagBody(await readXmlBody(request, 'Tagging'));
  await store.alter(request.bucket.name, findVersion(store, targetVersion(request)), { tags });
  return { status: 200 };
};

/** DELETE Object tagging (COS documentation 35711). */
export const deleteObjectTagging: OperationHandler = async ({ request, store }) => {
  await store.alter(request.bucket.name, findVersion(store, targetVersion(request)), { tags: {} });
  return { status: 204 };
};
