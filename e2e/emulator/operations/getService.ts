import type { OperationHandler } from '../OperationContext.ts';
import { renderXml, xmlElement } from '../xml.ts';
import { appIdOf } from './accountOf.ts';

/** Buckets here come from options and have no history; this is the day from which COS refuses path-style addresses. */
const CREATION_DATE = '2024-01-01T00:00:00Z';

/** GET Service, the list of buckets (COS documentation 8291). */
export const getService: OperationHandler = async (context) => {
  const all = context.buckets();
  const owner = all[0] === undefined ? '' : appIdOf(all[0]);
  const body = renderXml('ListAllMyBucketsResult', [
    xmlElement('Owner', [xmlElement('ID', `qcs::cam::uin/${owner}:uin/${owner}`), xmlElement('DisplayName', owner)]),
    xmlElement(
      'Buckets',
      all.map(({ name, region }) =>
        xmlElement('Bucket', [
          xmlElement('Name', name),
          xmlElement('Location', region),
          xmlElement('CreationDate', CREATION_DATE),
        ]),
      ),
    ),
  ]);
  return { status: 200, headers: { 'Content-Type': 'application/xml' }, body };
};
