import type { ObjectTags } from './CosObject.ts';
import type { NamedValue } from './readMetadataRows.ts';

/** Limits of COS documentation 35709; where another page says one more or less, the smaller one. */
export const MOST_TAGS = 10;
const LONGEST_NAME = 127;
const LONGEST_VALUE = 255;
/** Letters, digits, space and these signs. */
const ALLOWED = /^[\p{L}\p{N} +\-_=.:/]*$/u;

export interface TagRows {
  readonly tags: ObjectTags;
  /** By row. */
  readonly problems: ReadonlyMap<number, 'noName' | 'twice' | 'signs' | 'tooLong'>;
  /** More than an object can have. */
  readonly areTooMany: boolean;
}

/** Tags as they were typed; a value may be empty. Rows without name and value are passed over. */
export function readTagRows(rows: readonly NamedValue[]): TagRows {
  const tags = new Map<string, string>();
  const problems = new Map<number, 'noName' | 'twice' | 'signs' | 'tooLong'>();
  for (const [index, { name, value }] of rows.entries()) {
    if (name === '' && value === '') continue;
    if (name === '') problems.set(index, 'noName');
    else if (!ALLOWED.test(name + value)) problems.set(index, 'signs');
    else if (name.length > LONGEST_NAME || value.length > LONGEST_VALUE) problems.set(index, 'tooLong');
    else if (tags.has(name)) problems.set(index, 'twice');
    else tags.set(name, value);
  }
  return { tags: Object.fromEntries(tags), problems, areTooMany: tags.size > MOST_TAGS };
}
