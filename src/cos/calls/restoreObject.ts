import type { RestoreObjectInput } from '../CosCalls.ts';
import type { CallOptions } from '../CosClient.ts';
import { md5Base64 } from '../md5Base64.ts';
import { readEmptyAnswer } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { writeXml } from '../writeXml.ts';
import { versionQuery } from './versionQuery.ts';

/**
 * POST Object restore (COS documentation 12633): asks for a readable copy of an archived object. The answer means that
 * it was asked for; making it takes minutes to hours. 409 `RestoreAlreadyInProgress`, 405 `RestoreNonArchiveObject`.
 */
export async function restoreObject(
  requester: Requester,
  { key, versionId, days, tier }: RestoreObjectInput,
  options: CallOptions = {},
): Promise<void> {
  const body = writeXml([
    'RestoreRequest',
    [
      ['Days', String(days)],
      ['CASJobParameters', [['Tier', tier]]],
    ],
  ]);
  const answer = await requester.ask(
    {
      operation: 'PostObjectRestore',
      action: 'name/cos:PostObjectRestore',
      // What the SDK calls it.
      alsoNeeds: ['name/cos:RestoreObject'],
      purpose: 'upload',
      method: 'POST',
      placement: 'header',
      key,
      ...versionQuery(versionId, { restore: '' }),
      headers: { 'Content-Type': 'application/xml', 'Content-MD5': await md5Base64(body) },
      body,
    },
    options,
  );
  readEmptyAnswer(answer);
}
