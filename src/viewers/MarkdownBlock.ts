/** A Markdown text as data. There is no HTML in it: what was HTML is a `code` block or text. */
export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly inline: readonly MarkdownInline[] }
  | { readonly kind: 'paragraph'; readonly inline: readonly MarkdownInline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly MarkdownBlock[] }
  | { readonly kind: 'list'; readonly start: number | undefined; readonly items: readonly MarkdownListItem[] }
  | {
      readonly kind: 'table';
      readonly head: readonly MarkdownCell[];
      readonly rows: readonly (readonly MarkdownCell[])[];
    }
  | { readonly kind: 'rule' };

export type MarkdownCell = readonly MarkdownInline[];

export interface MarkdownListItem {
  /** For task lists. */
  readonly isChecked: boolean | undefined;
  readonly blocks: readonly MarkdownBlock[];
}

export type MarkdownInline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'deleted'; readonly inline: readonly MarkdownInline[] }
  /** `href` only where it is `http:`, `https:` or `mailto:`; every other one is words. */
  | { readonly kind: 'link'; readonly href: string | undefined; readonly inline: readonly MarkdownInline[] }
  /** Named, never fetched: fetching would tell its host who reads. */
  | { readonly kind: 'image'; readonly text: string }
  | { readonly kind: 'break' };
