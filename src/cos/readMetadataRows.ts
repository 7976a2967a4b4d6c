import { metadataBytes, metadataValue, MOST_METADATA_BYTES } from './metadataHeaders.ts';

/** A line of a form: a name and a value, as typed. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

export interface MetadataRows {
  /** Names in lower case, as COS stores them. */
  readonly metadata: Readonly<Record<string, string>>;
  /** By row. */
  readonly problems: ReadonlyMap<number, 'name' | 'twice' | 'noValue'>;
  /** All rows together. */
  readonly isTooLarge: boolean;
}

/** Letters, digits and hyphens; no underscore (COS documentation 7749). */
const NAME = /^[a-z0-9-]+$/i;

/** User metadata as it was typed. Rows without name and value are passed over. */
export function readMetadataRows(rows: readonly NamedValue[]): MetadataRows {
  const metadata: Record<string, string> = {};
  const problems = new Map<number, 'name' | 'twice' | 'noValue'>();
  for (const [index, row] of rows.entries()) {
    const name = row.name.trim().toLowerCase();
    if (name === '' && row.value === '') continue;
    if (!NAME.test(name)) problems.set(index, 'name');
    else if (Object.hasOwn(metadata, name)) problems.set(index, 'twice');
    else if (row.value === '') problems.set(index, 'noValue');
    else metadata[name] = row.value;
  }
  const stored = Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, metadataValue(value)]));
  return { metadata, problems, isTooLarge: metadataBytes(stored) > MOST_METADATA_BYTES };
}
