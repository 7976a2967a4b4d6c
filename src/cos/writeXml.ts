import { XmlError } from './xml.ts';

/** Name and content: text, or a list of elements. */
export type XmlNode = readonly [name: string, content: string | readonly XmlNode[]];

/** Characters XML 1.0 cannot carry, whatever the escaping. */
const FORBIDDEN = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/u;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;', // a raw CR is read as LF
};

/** A request body for COS. Element names are ours; texts are anybody's. @throws XmlError for text XML cannot carry */
export function writeXml([name, content]: XmlNode): string {
  const inside = typeof content === 'string' ? escapeText(content) : content.map(writeXml).join('');
  return `<${name}>${inside}</${name}>`;
}

/** True when this text survives a round trip through XML. */
export function isXmlText(text: string): boolean {
  return text.isWellFormed() && !FORBIDDEN.test(text);
}

function escapeText(text: string): string {
  if (!isXmlText(text)) throw new XmlError('XML cannot carry this text');
  return text.replace(/[&<>"\r]/g, (letter) => ESCAPES[letter] ?? letter);
}
