import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { CosServiceError } from './CosServiceError.ts';

/** One element: text or more elements. `undefined` children are left out, an empty text is written `<Name/>`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: XmlContent;
}

export type XmlContent = string | number | boolean | readonly (XmlElement | undefined)[];

/** `xmlElement('Key', 'a&b')`, `xmlElement('Owner', [xmlElement('ID', id)])` */
export function xmlElement(
  name: string,
  content: XmlContent = '',
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  return { name, content, attributes };
}

/** A whole document with its declaration, in the order given. Names are ours and trusted; texts are escaped. */
export function renderXml(
  rootName: string,
  children: XmlContent,
  attributes: Readonly<Record<string, string>> = {},
): string {
  return `<?xml version='1.0' encoding='utf-8' ?>\n${render(xmlElement(rootName, children, attributes))}`;
}

function render({ name, content, attributes = {} }: XmlElement): string {
  const open = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`)].join(' ');
  const inner =
    typeof content === 'object'
      ? content.map((child) => (child === undefined ? '' : render(child))).join('')
      : escapeXml(String(content));
  return inner === '' ? `<${open}/>` : `<${open}>${inner}</${name}>`;
}

/** XML 1.0 cannot carry most control characters, not even escaped; COS documents `encoding-type=url` for such keys. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A parsed element of a request body: its name, its own text, its child elements in order. */
export interface XmlNode {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlNode[];
}

type Ordered = Record<string, unknown>;

const CDATA = '#cdata';
const parser = new XMLParser({
  preserveOrder: true,
  parseTagValue: false,
  trimValues: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Decoded by decodeEntities: the parser leaves numeric references alone and limits how many it expands.
  processEntities: false,
  cdataPropName: CDATA,
});

/** Reads a request body. Throws 400 MalformedXML when it is not one well-formed document; refuses a DOCTYPE. */
export function parseXml(text: string): XmlNode {
  if (/<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true) throw malformedXml();
  const roots = (parser.parse(text) as Ordered[]).map(toNode).filter((node) => node !== undefined);
  const [root] = roots;
  if (root === undefined || roots.length !== 1) throw malformedXml();
  return root;
}

/** The one child of that name, or undefined. */
export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((child) => child.name === name);
}

/** The text of the child of that name, or undefined when there is none. */
export function childText(node: XmlNode, name: string): string | undefined {
  return childOf(node, name)?.text;
}

export function malformedXml(): CosServiceError {
  return new CosServiceError(
    400,
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}

function toNode(ordered: Ordered): XmlNode | undefined {
  const name = Object.keys(ordered).find((key) => key !== ':@');
  if (name === undefined || name === '#text' || name === CDATA) return undefined;
  const inner = ordered[name] as Ordered[];
  const text = inner.map(ownText).join('');
  return { name, text, children: inner.map(toNode).filter((child) => child !== undefined) };
}

function ownText(child: Ordered): string {
  if (typeof child['#text'] === 'string') return decodeEntities(child['#text']);
  const cdata = child[CDATA] as { '#text': string }[] | undefined;
  return cdata?.[0]?.['#text'] ?? '';
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#([0-9]+)|([^;&]*));?/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (name === undefined && whole.endsWith(';') && codePoint <= 0x10ffff) return String.fromCodePoint(codePoint);
      const character = whole.endsWith(';') ? ENTITIES[name ?? ''] : undefined;
      if (character === undefined) throw malformedXml();
      return character;
    },
  );
}
