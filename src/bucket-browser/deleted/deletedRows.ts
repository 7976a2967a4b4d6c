import type { Deletion } from '#cos/deletionOf.ts';
import { DELIMITER, type Prefix } from '#cos/objectKey.ts';
import type { DeletedItem } from './DeletedItem.ts';

/** What a look at all versions below a prefix has brought so far. */
export interface FoundDeleted {
  readonly deletions: readonly Deletion[];
  /** Folders in which there is, or was, something. */
  readonly folders: ReadonlySet<Prefix>;
}

/**
 * Folders first, then objects, both by name. A folder was deleted when nothing is in it any more. The empty object that
 * makes this very folder is no row of it.
 *
 * @param isThere whether a folder still has something in it; undefined while that is not known
 */
export function deletedRows(
  { deletions, folders }: FoundDeleted,
  prefix: Prefix,
  isThere: ((folder: Prefix) => boolean) | undefined,
  collator: Intl.Collator,
): readonly DeletedItem[] {
  const byName = (a: DeletedItem, b: DeletedItem): number => collator.compare(a.name, b.name);
  const objects = deletions
    .filter(({ key, before }) => key !== prefix || (before?.sizeBytes ?? 0) > 0)
    .map((deletion): DeletedItem => {
      const name = deletion.key.slice(prefix.length);
      return { type: 'object', id: deletion.key, name, deletion };
    });
  const gone = isThere === undefined ? [] : [...folders].filter((folder) => !isThere(folder));
  return [
    ...gone
      .map((id): DeletedItem => ({ type: 'folder', id, name: id.slice(prefix.length, -DELIMITER.length) }))
      .toSorted(byName),
    ...objects.toSorted(byName),
  ];
}
