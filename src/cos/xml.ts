/** An element with either children or text. Attributes are checked and dropped: COS says nothing in them. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** Exactly the characters sent, nothing trimmed; '' when there are children. */
  readonly text: string;
}

export class XmlError extends Error {
  override readonly name = 'XmlError';
}

/** Deepest nesting COS uses is 5 (`DeleteResult/Error/…`, ACLs); more is somebody playing. */
const MAX_DEPTH = 8;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const NAME = /[A-Za-z_][\w.:-]*/y;
const ATTRIBUTE = /\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*')/y;
const SPACE = /\s*/y;
const DECLARATION = /<\?xml\s[^?<>]*\?>/y;

/**
 * Reads one XML document and returns its root.
 *
 * [Note: A strict reader of our own] Libraries read HTML and cut XML without complaint, turn `007` into 7 and a list
 * of one into an object, and `DOMParser` is a Trusted Types sink that workers do not have. This reader knows elements,
 * text and the five named entities; it refuses document types, comments, CDATA, processing instructions, text
 * beside elements, nesting deeper than eight and anything unfinished. Results are arrays, never objects keyed by names
 * from the wire. Bytes are limited before they get here (`request.ts`).
 *
 * @throws XmlError saying what is wrong and where
 */
export function parseXml(source: string): XmlElement {
  let at = source.startsWith('\ufeff') ? 1 : 0;

  function fail(problem: string): never {
    throw new XmlError(`${problem} at character ${at}`);
  }

  /** Moves past what the sticky pattern matches here and returns it; undefined when it does not match. */
  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const [found] = pattern.exec(source) ?? [];
    if (found !== undefined) at += found.length;
    return found;
  }

  function readElement(depth: number): XmlElement {
    if (depth > MAX_DEPTH) fail('Nested too deeply');
    at += 1; // '<'
    const name = take(NAME) ?? fail('Not an element name');
    while (take(ATTRIBUTE) !== undefined);
    take(SPACE);
    if (source.startsWith('/>', at)) {
      at += 2;
      return { name, children: [], text: '' };
    }
    if (source[at] !== '>') fail(`Unfinished tag <${name}>`);
    at += 1;
    const children: XmlElement[] = [];
    let text = '';
    for (;;) {
      const next = source.indexOf('<', at);
      if (next < 0) fail(`Unfinished element <${name}>`);
      text += source.slice(at, next);
      at = next;
      if (source[at + 1] === '/') break;
      children.push(readElement(depth + 1));
    }
    if (!source.startsWith(`</${name}`, at)) fail(`Wrong end tag in <${name}>`);
    at += name.length + 2;
    take(SPACE);
    if (source[at] !== '>') fail(`Wrong end tag in <${name}>`);
    at += 1;
    if (children.length === 0) return { name, children, text: decodeEntities(text) };
    if (text.trim() !== '') fail(`Text beside elements in <${name}>`);
    return { name, children, text: '' };
  }

  function decodeEntities(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(/&([^;&]{0,10})(;?)/g, (_whole, name: string, end: string) => {
      const character = end === ';' ? (ENTITIES.get(name) ?? numericCharacter(name)) : undefined;
      return character ?? fail('Unknown entity');
    });
  }

  // Complete and Copy send spaces while they work, before the declaration.
  take(SPACE);
  take(DECLARATION);
  take(SPACE);
  if (source[at] !== '<') fail('Not XML');
  const root = readElement(1);
  take(SPACE);
  if (at !== source.length) fail('Something follows the root element');
  return root;
}

function numericCharacter(reference: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(reference) ?? [];
  const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Text of the only child of this name; undefined when there is none. @throws XmlError when there are several */
export function optionalText(element: XmlElement, name: string): string | undefined {
  const [child, second] = childrenOf(element, name);
  if (second || (child && child.children.length > 0))
    throw new XmlError(`<${element.name}> repeats or nests <${name}>`);
  return child?.text;
}

/** Text of the one child of this name. @throws XmlError when it is missing or repeated */
export function requiredText(element: XmlElement, name: string): string {
  const text = optionalText(element, name);
  if (text === undefined) throw new XmlError(`<${element.name}> lacks <${name}>`);
  return text;
}
