import { deletedObjects as en } from '#text/en/deletedObjects.ts';
import { useTopic } from '#text/useTopic.ts';
import { deletedObjects as zh } from '#text/zh/deletedObjects.ts';
import type { DeniedActions } from '../whatCanBeDone.ts';

/** What showing deleted objects is called, and why that cannot be done, as far as is known. */
export function useShowDeletedWords(
  isKept: boolean | undefined,
  denied: Pick<DeniedActions, 'seeVersions'>,
): { readonly label: string; readonly refusal: string | undefined } {
  const words = useTopic({ en, zh });
  const none = isKept === false ? words.noVersionsKept : undefined;
  return { label: words.showDeleted, refusal: denied.seeVersions ?? none };
}
