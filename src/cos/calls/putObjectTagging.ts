import type { CallOptions } from '../CosClient.ts';
import type { ObjectTags } from '../CosObject.ts';
import { md5Base64 } from '../md5Base64.ts';
import type { ObjectKey } from '../objectKey.ts';
import { readEmptyAnswer } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { writeXml } from '../writeXml.ts';

/** PUT Object tagging (COS documentation 35709): the whole set at once. DELETE Object tagging (35711) for an empty one. */
export async function putObjectTagging(
  requester: Requester,
  { key, tags }: { readonly key: ObjectKey; readonly tags: ObjectTags },
  options: CallOptions = {},
): Promise<void> {
  const pairs = Object.entries(tags);
  const common = { purpose: 'upload', placement: 'header', key, query: { tagging: '' } } as const;
  if (pairs.length === 0) {
    const [operation, action] = ['DeleteObjectTagging', 'name/cos:DeleteObjectTagging'];
    readEmptyAnswer(await requester.ask({ ...common, operation, action, method: 'DELETE' }, options));
    return;
  }
  const body = writeXml([
    'Tagging',
    [
      [
        'TagSet',
        pairs.map(([name, value]) => [
          'Tag',
          [
            ['Key', name],
            ['Value', value],
          ],
        ]),
      ],
    ],
  ]);
  const answer = await requester.ask(
    {
      ...common,
      operation: 'PutObjectTagging',
      action: 'name/cos:PutObjectTagging',
      method: 'PUT',
      headers: { 'Content-Type': 'application/xml', 'Content-MD5': await md5Base64(body) },
      body,
    },
    options,
  );
  readEmptyAnswer(answer);
}
