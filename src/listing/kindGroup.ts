import type { FileKind } from '#lib/fileKind.ts';

/** The kinds a person filters by: folders, and objects by what their names suggest. */
export const KIND_GROUPS = ['folder', 'image', 'video', 'audio', 'document', 'code', 'archive', 'other'] as const;
export type KindGroup = (typeof KIND_GROUPS)[number];

/** The group an object's kind belongs to. */
export function kindGroup(kind: FileKind): KindGroup {
  return kind === 'pdf' || kind === 'text' || kind === 'sheet' ? 'document' : kind;
}
