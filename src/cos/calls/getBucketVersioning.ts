import type { GetBucketVersioningOutput } from '../CosCalls.ts';
import type { CallOptions } from '../CosClient.ts';
import { readXmlAnswer } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { optionalText, XmlError } from '../xml.ts';

/** GET Bucket versioning (COS documentation 19888). */
export async function getBucketVersioning(
  requester: Requester,
  options: CallOptions = {},
): Promise<GetBucketVersioningOutput> {
  const answer = await requester.ask(
    {
      operation: 'GetBucketVersioning',
      action: 'name/cos:GetBucketVersioning',
      purpose: 'browse',
      method: 'GET',
      placement: 'query',
      query: { versioning: '' },
    },
    options,
  );
  return readXmlAnswer(answer, 'VersioningConfiguration', (root) => {
    const status = optionalText(root, 'Status');
    if (status === undefined || status === '') return {};
    if (status !== 'Enabled' && status !== 'Suspended') throw new XmlError('<Status> is neither Enabled nor Suspended');
    return { status };
  });
}
