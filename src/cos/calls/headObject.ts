import type { CallOptions } from '../CosClient.ts';
import type { ObjectHead, ObjectVersionName } from '../CosObject.ts';
import { CosError } from '../CosError.ts';
import type { CosRequest } from '../CosRequest.ts';
import type { Requester } from '../request.ts';
import { objectHead, sizeOf } from './objectHead.ts';
import { versionQuery } from './versionQuery.ts';

/**
 * HEAD Object (COS documentation 7745). Errors of HEAD have no body, hence no code: a refusal is asked about once more by
 * a GET of one byte, whose XML says why. When that GET is granted, it is the right to HEAD that is missing.
 */
export async function headObject(
  requester: Requester,
  { key, versionId }: ObjectVersionName,
  options: CallOptions = {},
): Promise<ObjectHead> {
  const head: CosRequest = {
    operation: 'HeadObject',
    action: 'name/cos:HeadObject',
    purpose: 'browse',
    method: 'HEAD',
    placement: 'query',
    key,
    ...versionQuery(versionId),
  };
  try {
    const answer = await requester.ask(head, options);
    return objectHead(answer, sizeOf(answer));
  } catch (error) {
    if (!isUnexplained(error)) throw error;
    await askWhy(requester, head, options);
    throw error;
  }
}

/** A refusal whose code was only guessed from the status. 404 and 5xx need no explanation. */
function isUnexplained(error: unknown): boolean {
  if (!(error instanceof CosError) || error.failure.kind !== 'service') return false;
  const { status = 0 } = error.failure;
  return status >= 400 && status < 500 && status !== 404;
}

async function askWhy(requester: Requester, head: CosRequest, options: CallOptions): Promise<void> {
  const answer = await requester.open(
    { ...head, method: 'GET', asksWhy: true, headers: { Range: 'bytes=0-0' } },
    options,
  );
  await answer.body.cancel();
}
