/* oxlint-disable no-control-regex -- JSON forbids control characters in strings */
import type { JsonNode, ParsedJson } from './JsonNode.ts';

const TOKEN =
  /[ \t\n\r]*(?:([[\]{},:])|("[^"\\\u0000-\u001f]*(?:\\.[^"\\\u0000-\u001f]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?!\d))|(true|false|null)(?![\w]))/gy;

type Open =
  | { readonly kind: 'object'; readonly entries: [string, JsonNode][] }
  | { readonly kind: 'array'; readonly items: JsonNode[] };

/**
 * Reads a JSON text (RFC 8259) without recursion, so that no depth of nesting ends it.
 *
 * @returns undefined when it is not JSON. A text that merely stops early, as the beginning of a large object does, gives
 * what there was.
 */
export function parseJson(text: string): ParsedJson | undefined {
  const pattern = new RegExp(TOKEN);
  pattern.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  const open: Open[] = [];
  /** The last key read, whose value is still to come. */
  let lastKey = '';
  let root: JsonNode | undefined;
  /** What may come next. */
  let wants: 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'next' | 'nothing' = 'value';

  const place = (value: JsonNode): void => {
    const parent = open.at(-1);
    if (parent === undefined) root = value;
    else if (parent.kind === 'array') parent.items.push(value);
    else parent.entries.push([lastKey, value]);
  };

  for (;;) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) {
      const rest = text.slice(at).replace(/^[ \t\n\r]+/, '');
      const isOver = rest === '' || isBegunToken(rest);
      if (!isOver || root === undefined) return undefined;
      return rest !== '' && wants === 'nothing' ? undefined : { root, end: wants === 'nothing' ? 'complete' : 'cut' };
    }
    const [, sign, string, number, word] = match;
    const parent = open.at(-1);
    if (wants === 'colon') {
      if (sign !== ':') return undefined;
      wants = 'value';
    } else if (wants === 'next') {
      if (sign === ',') wants = parent?.kind === 'object' ? 'key' : 'value';
      else if (!closes(sign, parent)) return undefined;
      else wants = close(open);
    } else if ((wants === 'valueOrEnd' || wants === 'keyOrEnd') && closes(sign, parent)) {
      wants = close(open);
    } else if (wants === 'key' || wants === 'keyOrEnd') {
      const key = string === undefined ? undefined : unquote(string);
      if (key === undefined) return undefined;
      lastKey = key;
      wants = 'colon';
    } else if (wants === 'nothing') {
      return undefined;
    } else if (sign === '{' || sign === '[') {
      const next: Open = sign === '{' ? { kind: 'object', entries: [] } : { kind: 'array', items: [] };
      place(next);
      open.push(next);
      wants = sign === '{' ? 'keyOrEnd' : 'valueOrEnd';
    } else {
      const value = leaf(string, number, word);
      if (value === undefined) return undefined;
      place(value);
      wants = open.length === 0 ? 'nothing' : 'next';
    }
  }
}

function closes(sign: string | undefined, parent: Open | undefined): boolean {
  return parent !== undefined && sign === (parent.kind === 'object' ? '}' : ']');
}

function close(open: Open[]): 'next' | 'nothing' {
  open.pop();
  return open.length === 0 ? 'nothing' : 'next';
}

function leaf(string: string | undefined, number: string | undefined, word: string | undefined): JsonNode | undefined {
  if (number !== undefined) return { kind: 'number', text: number };
  if (word !== undefined) return { kind: 'word', text: word };
  const text = string === undefined ? undefined : unquote(string);
  return text === undefined ? undefined : { kind: 'string', text };
}

function unquote(source: string): string | undefined {
  try {
    return JSON.parse(source) as string;
  } catch {
    return undefined; // a wrong escape
  }
}

/** The rest of a text that stops within a string, a number or a word. */
function isBegunToken(rest: string): boolean {
  return /^(?:"[^"\\\u0000-\u001f]*(?:\\.[^"\\\u0000-\u001f]*)*\\?|-?\d*\.?\d*[eE]?[+-]?|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/.test(
    rest,
  );
}
