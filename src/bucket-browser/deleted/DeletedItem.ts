import type { Deletion } from '#cos/deletionOf.ts';
import type { Prefix } from '#cos/objectKey.ts';

/** A row of what was deleted. `name` is what is left behind the prefix on screen, without a folder's slash. */
export type DeletedItem =
  | { readonly type: 'object'; readonly id: string; readonly name: string; readonly deletion: Deletion }
  /** Nothing in it is there any more. */
  | { readonly type: 'folder'; readonly id: Prefix; readonly name: string };

/** Something of it can be seen again. */
export function canComeBack(item: DeletedItem): boolean {
  return item.type === 'folder' || item.deletion.before !== undefined;
}
