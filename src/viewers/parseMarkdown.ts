import { marked, type Token, type Tokens } from 'marked';
import { decodeEntities } from './decodeEntities.ts';
import { safeHref } from './safeHref.ts';
import type { MarkdownBlock, MarkdownInline } from './MarkdownBlock.ts';

/** Deeper quotes and lists are shown as their source: nobody writes them, and drawing them would fill the stack. */
const DEEPEST = 24;

/**
 * Markdown (CommonMark with GitHub's tables, task lists and deletions) as data.
 *
 * @throws RangeError for nesting that fills the stack; the source is shown then
 */
export function parseMarkdown(text: string): readonly MarkdownBlock[] {
  return blocksOf(marked.lexer(text), 0);
}

function blocksOf(tokens: readonly Token[], depth: number): readonly MarkdownBlock[] {
  return tokens.flatMap((token) => blockOf(token as Tokens.Generic, depth));
}

function blockOf(token: Tokens.Generic, depth: number): MarkdownBlock | readonly MarkdownBlock[] {
  if (depth > DEEPEST) return { kind: 'code', text: token.raw };
  switch (token.type) {
    case 'heading':
      return { kind: 'heading', level: (token as Tokens.Heading).depth, inline: inlineOf(token.tokens, depth) };
    case 'paragraph':
    case 'text':
      return { kind: 'paragraph', inline: inlineOf(token.tokens ?? [token], depth) };
    case 'code':
      return { kind: 'code', text: (token as Tokens.Code).text };
    case 'blockquote':
      return { kind: 'quote', blocks: blocksOf(token.tokens ?? [], depth + 1) };
    case 'list':
      return listOf(token as Tokens.List, depth);
    case 'table':
      return tableOf(token as Tokens.Table, depth);
    case 'hr':
      return { kind: 'rule' };
    case 'html':
      return { kind: 'code', text: token.raw.trimEnd() };
    default:
      return []; // blank lines and link definitions
  }
}

function listOf(list: Tokens.List, depth: number): MarkdownBlock {
  return {
    kind: 'list',
    start: list.ordered ? Number(list.start) || 1 : undefined,
    items: list.items.map(({ task, checked, tokens }) => ({
      isChecked: task ? checked === true : undefined,
      blocks: blocksOf(tokens, depth + 1),
    })),
  };
}

function tableOf({ header, rows }: Tokens.Table, depth: number): MarkdownBlock {
  return {
    kind: 'table',
    head: header.map((cell) => inlineOf(cell.tokens, depth)),
    rows: rows.map((row) => row.map((cell) => inlineOf(cell.tokens, depth))),
  };
}

function inlineOf(tokens: readonly Token[] | undefined, depth: number): readonly MarkdownInline[] {
  return (tokens ?? []).flatMap((token): MarkdownInline | readonly MarkdownInline[] => {
    const { type, raw, text, tokens: inner } = token as Tokens.Generic & { text?: string };
    if (depth > DEEPEST) return { kind: 'text', text: raw };
    const inline = (): readonly MarkdownInline[] => inlineOf(inner, depth + 1);
    switch (type) {
      case 'strong':
        return { kind: 'strong', inline: inline() };
      case 'em':
        return { kind: 'emphasis', inline: inline() };
      case 'del':
        return { kind: 'deleted', inline: inline() };
      case 'codespan':
        return { kind: 'code', text: text ?? '' };
      case 'br':
        return { kind: 'break' };
      case 'link':
        return { kind: 'link', href: safeHref((token as Tokens.Link).href), inline: inline() };
      case 'image':
        return { kind: 'image', text: decodeEntities(text ?? '') };
      case 'html':
        return { kind: 'code', text: raw };
      case 'text':
        return inner === undefined ? { kind: 'text', text: decodeEntities(text ?? '') } : inline();
      case 'escape':
        return { kind: 'text', text: text ?? '' };
      case 'checkbox':
        return [];
      default:
        return { kind: 'text', text: raw };
    }
  });
}
