import type { CallOptions } from '../CosClient.ts';
import type { ObjectTags, ObjectVersionName } from '../CosObject.ts';
import { readXmlAnswer } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { childrenOf, requiredText } from '../xml.ts';
import { versionQuery } from './versionQuery.ts';

/** GET Object tagging (COS documentation 35710). */
export async function getObjectTagging(
  requester: Requester,
  { key, versionId }: ObjectVersionName,
  options: CallOptions = {},
): Promise<ObjectTags> {
  const answer = await requester.ask(
    {
      operation: 'GetObjectTagging',
      action: 'name/cos:GetObjectTagging',
      purpose: 'browse',
      method: 'GET',
      placement: 'query',
      key,
      ...versionQuery(versionId, { tagging: '' }),
    },
    options,
  );
  return readXmlAnswer(answer, 'Tagging', (root) => {
    const tags = childrenOf(root, 'TagSet').flatMap((set) => childrenOf(set, 'Tag'));
    return Object.fromEntries(tags.map((tag) => [requiredText(tag, 'Key'), requiredText(tag, 'Value')]));
  });
}
