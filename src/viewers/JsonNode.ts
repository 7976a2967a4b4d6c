/**
 * A value of a JSON text, as the text has it: the order of keys, keys that occur twice, and numbers with all their
 * digits. `JSON.parse` would lose the last two, and give `__proto__` a meaning.
 */
export type JsonNode =
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: string, value: JsonNode])[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly text: string }
  /** `text` is the source: `12345678901234567890`, `true`, `null`. */
  | { readonly kind: 'number' | 'word'; readonly text: string };

export interface ParsedJson {
  readonly root: JsonNode;
  /** `cut`: the text ends before the value does, and `root` is what there was. */
  readonly end: 'complete' | 'cut';
}
