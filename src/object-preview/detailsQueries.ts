import { queryOptions } from '@tanstack/react-query';
import { callWithRetries } from '#cos/callWithRetries.ts';
import type { CallOptions } from '#cos/CosClient.ts';
import type { ObjectHead } from '#cos/CosObject.ts';
import type { ObjectSource } from './ObjectSource.ts';

/** While an object is being restored its state is looked at again this often. */
const RESTORING_MS = 30_000;

/** Each readable part of an object's details by itself, so that one refusal hides nothing else. */
const PART = { gcTime: 30_000, staleTime: 10_000, retry: false, structuralSharing: false } as const;

type Ask<T> = (call: CallOptions) => Promise<T>;

function patiently<T>(ask: Ask<T>): (context: { readonly signal: AbortSignal }) => Promise<T> {
  return ({ signal }) => callWithRetries(() => ask({ signal }), { signal });
}

export function headQuery({ id, key, cos }: ObjectSource) {
  return queryOptions<ObjectHead>({
    ...PART,
    queryKey: ['object details', id],
    queryFn: patiently((call) => cos.headObject({ key }, call)),
    refetchInterval: ({ state }) => (state.data?.restore?.isOngoing === true ? RESTORING_MS : false),
  });
}

export function tagsQuery({ id, key, cos }: ObjectSource) {
  return queryOptions({
    ...PART,
    queryKey: ['object tags', id],
    queryFn: patiently((call) => cos.getObjectTagging({ key }, call)),
  });
}

export function aclQuery({ id, key, cos }: ObjectSource) {
  return queryOptions({
    ...PART,
    queryKey: ['object acl', id],
    queryFn: patiently((call) => cos.getObjectAcl({ key }, call)),
  });
}
