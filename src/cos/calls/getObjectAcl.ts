import type { CallOptions } from '../CosClient.ts';
import type { ObjectAcl, ObjectVersionName } from '../CosObject.ts';
import { readXmlAnswer } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { childrenOf, optionalText, requiredText, type XmlElement } from '../xml.ts';
import { versionQuery } from './versionQuery.ts';

const EVERYBODY = 'http://cam.qcloud.com/groups/global/AllUsers';
const SIGNED_IN = 'http://cam.qcloud.com/groups/global/AuthenticatedUsers';

/**
 * GET Object acl (COS documentation 7744). The header names the word it was set by; where that is hidden, the grants are
 * read: the owner's and at most one group's right to read come to a word, anything else does not.
 */
export async function getObjectAcl(
  requester: Requester,
  { key, versionId }: ObjectVersionName,
  options: CallOptions = {},
): Promise<ObjectAcl> {
  const answer = await requester.ask(
    {
      operation: 'GetObjectAcl',
      action: 'name/cos:GetObjectACL',
      purpose: 'browse',
      method: 'GET',
      placement: 'query',
      key,
      ...versionQuery(versionId, { acl: '' }),
    },
    options,
  );
  return readXmlAnswer(answer, 'AccessControlPolicy', (root) => {
    const named = CANNED.find((word) => word === answer.headers.get('x-cos-acl'));
    const canned = named ?? wordFor(root);
    return canned === undefined ? {} : { canned };
  });
}

const CANNED = ['default', 'private', 'public-read', 'authenticated-read'] as const;

function wordFor(root: XmlElement): ObjectAcl['canned'] {
  const owner = childrenOf(root, 'Owner').map((element) => optionalText(element, 'ID'))[0];
  const grants = childrenOf(root, 'AccessControlList').flatMap((list) => childrenOf(list, 'Grant'));
  let word: ObjectAcl['canned'] = 'private';
  for (const grant of grants) {
    const [grantee] = childrenOf(grant, 'Grantee');
    const uri = grantee === undefined ? undefined : optionalText(grantee, 'URI');
    const isRead = requiredText(grant, 'Permission') === 'READ';
    if (isRead && uri === EVERYBODY) word = 'public-read';
    else if (isRead && uri === SIGNED_IN) word = 'authenticated-read';
    else if (grantee === undefined || optionalText(grantee, 'ID') !== owner) return undefined;
  }
  return word;
}
