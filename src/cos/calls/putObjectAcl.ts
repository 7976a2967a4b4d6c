import type { CallOptions } from '../CosClient.ts';
import type { ObjectAcl } from '../CosObject.ts';
import type { ObjectKey } from '../objectKey.ts';
import { readEmptyAnswer } from '../readAnswer.ts';
import type { Requester } from '../request.ts';

/**
 * PUT Object acl (COS documentation 7748) by one of its words, which replaces every grant there was. `default` gives the
 * object back to its bucket. 400 `PolicyFull` when the account has 1,000 access lists.
 */
export async function putObjectAcl(
  requester: Requester,
  { key, acl }: { readonly key: ObjectKey; readonly acl: NonNullable<ObjectAcl['canned']> },
  options: CallOptions = {},
): Promise<void> {
  const answer = await requester.ask(
    {
      operation: 'PutObjectAcl',
      action: 'name/cos:PutObjectACL',
      purpose: 'upload',
      method: 'PUT',
      placement: 'header',
      key,
      query: { acl: '' },
      headers: { 'x-cos-acl': acl },
    },
    options,
  );
  readEmptyAnswer(answer);
}
