import type { Address } from './addressRequest.ts';
import { authorize, REQUIREMENTS } from './authorize.ts';
import type { ConditionKeys } from './conditionHolds.ts';
import { CosServiceError } from './CosServiceError.ts';
import { findBucketByHost } from './dispatch.ts';
import type { EmulatorBucket } from './EmulatorOptions.ts';
import type { Machine } from './Machine.ts';
import type { Caller, CosRequest, OperationContext, OperationName } from './OperationContext.ts';
import { verifyPostPolicy } from './postPolicy.ts';
import { requestConditionKeys } from './requestConditionKeys.ts';
import type { KeyJudge } from './verifyKey.ts';
import { verifySignature } from './verifySignature.ts';

export interface Connection {
  readonly remoteAddress: string;
  readonly isEncrypted: boolean;
}

/**
 * Signature, then rights: throws `CosServiceError` when either is not in order, else gives the operation what it works
 * with. A preflight carries no signature and needs no right.
 */
export function judgeRequest(
  operation: OperationName,
  address: Address,
  request: CosRequest,
  connection: Connection,
  machine: Machine,
): OperationContext {
  const judge: KeyJudge = {
    keys: machine.keys,
    now: request.now,
    expiredTokenStatus: machine.options.expiredTokenStatus ?? 400,
  };
  const caller: Caller = operation === 'OptionsObject' ? { type: 'anonymous' } : verifySignature(address, judge);
  const conditionKeys = requestConditionKeys(operation, request, connection);
  const demand = (
    caller: Caller,
    action: string,
    target: { bucket: EmulatorBucket; key: string },
    keys: ConditionKeys,
  ): void => {
    const objectAcl = target.key === '' ? undefined : machine.store.head(target.bucket.name, target.key)?.acl;
    authorize({ caller, action, ...target, conditionKeys: keys, objectAcl });
  };

  const { actions, on } = REQUIREMENTS[operation];
  const key = on === 'prefix' ? (request.query.get('prefix') ?? '') : on === 'key' ? request.key : '';
  for (const action of actions) demand(caller, action, { bucket: request.bucket, key }, conditionKeys);
  if (operation === 'DeleteMultipleObjects' && caller.type === 'anonymous') {
    throw new CosServiceError(403, 'AccessDenied', 'Access Denied.');
  }

  return {
    request,
    caller,
    store: machine.store,
    options: machine.options,
    authorize: (action, target) => demand(caller, action, target, conditionKeys),
    authorizeForm: (fields) => {
      const grant = verifyPostPolicy(fields, { ...address, path: '/' }, request.bucket.name, judge);
      const signer = grant.caller.type === 'anonymous' ? caller : grant.caller;
      const target = { bucket: request.bucket, key: fields.get('key') ?? '' };
      demand(signer, 'PostObject', target, requestConditionKeys(operation, request, connection, fields));
      return { ...grant, caller: signer };
    },
    changeBucket: (change) => machine.changeBucket({ ...request.bucket, ...change }),
    buckets: () => [...machine.buckets.values()],
    findBucketByHost: (host) => findBucketByHost(host, machine.buckets),
  };
}
