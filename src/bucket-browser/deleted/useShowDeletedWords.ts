import { deletedObjects as en } from '#text/en/deletedObjects.ts';
import { useTopic } from '#text/useTopic.ts';
import { deletedObjects as zh } from '#text/zh/deletedObjects.ts';
import type { DeniedActions } from '../whatCanBeDone.ts';
import type { DeletedInPlace } from './DeletedInPlace.ts';

/** What showing deleted objects is called, and why that cannot be done, as far as is known. */
export function useShowDeletedWords(
  { isKept }: Pick<DeletedInPlace, 'isKept'>,
  denied: Pick<DeniedActions, 'seeVersions'>,
): { readonly label: string; readonly refusal: string | undefined } {
  const words = useTopic({ en, zh });
  return {
    label: words.showDeleted,
    refusal: denied.seeVersions ?? (isKept === false ? words.noVersionsKept : undefined),
  };
}
