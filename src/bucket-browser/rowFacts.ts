import { isArchiveClass } from '#cos/storageClasses.ts';
import type { Failure } from '#lib/Failure.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { displayName } from '#text/displayName.ts';
import type { Text } from '#text/Text.ts';

/** What a row says of its object or folder, in words. */
export interface RowFacts {
  readonly shownName: string;
  /** '' for folders, as `modified`. */
  readonly size: string;
  readonly modified: string;
  /** Where no URL can name it, so that it is never requested: what to do about that. */
  readonly unsafeAdvice: string | undefined;
  /** It cannot be read before it is restored. */
  readonly isArchived: boolean;
  /** What is worth a quiet mark. */
  readonly marks: readonly string[];
  /** All of it in one sentence: the accessible name of the row, whose beginning is the object's name. */
  readonly spoken: string;
}

const UNSAFE_KEY: Failure = { kind: 'local', code: 'UnsafeKey', message: '' };

export interface RowMarks {
  readonly isTrash: boolean;
  readonly looksLikeAnother: boolean;
}

export function rowFacts(entry: ListingEntry, { isTrash, looksLikeAnother }: RowMarks, text: Text): RowFacts {
  const { t, formats } = text;
  const shownName = displayName(entry.name).text || t.emptyName;
  const isFolder = entry.type === 'folder';
  const isUnsafe = !isFolder && !entry.addressable;
  const size = isFolder ? '' : formats.bytes(entry.sizeBytes);
  const modified = isFolder ? '' : formats.dateTime(entry.lastModified);
  const isArchived = !isFolder && isArchiveClass(entry.storageClass);
  const marks = [
    ...(!isFolder && entry.name === '' && entry.key.endsWith('/') ? [t.folderItself] : []),
    ...(isTrash ? [t.trash] : []),
    ...(looksLikeAnother ? [t.looksTheSame] : []),
  ];
  const spoken = [
    isFolder ? t.folderRow(shownName) : t.objectRow(shownName, size, modified),
    ...(isUnsafe ? [t.unsafePath] : []),
    ...(isArchived ? [t.archivedMark] : []),
    ...marks,
  ].join(', ');
  const unsafeAdvice = isUnsafe ? text.failure(UNSAFE_KEY).advice : undefined;
  return { shownName, size, modified, unsafeAdvice, isArchived, marks, spoken };
}
