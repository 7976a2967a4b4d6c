import type { Operation } from '#operations/OperationState.ts';
import { displayName } from '#text/displayName.ts';
import type { Text } from '#text/Text.ts';

/** What an operation that ended did, as one short sentence: “trip was deleted”. */
export function operationSentence({ kind, name }: Operation, { t }: Text): string {
  const shown = displayName(name).text || t.emptyName;
  switch (kind) {
    case 'copy':
      return t.wasCopied(shown);
    case 'move':
      return t.wasMoved(shown);
    case 'trash':
      return t.wasTrashed(shown);
    case 'create':
      return t.folderCreated(shown);
    case 'delete':
      return t.wasDeleted(shown);
    // None of these can be taken back, so no notice offers it.
    case 'purge':
    case 'bringBack':
    case 'edit':
    case 'access':
    case 'restoreArchived':
    case 'restore':
    default:
      return t.wasRestored(shown);
  }
}
