import { optionalText, requiredText, type XmlElement, XmlError } from '../xml.ts';

/** `true` or `false`; a missing one is a cut answer, not a "no". */
export function booleanField(element: XmlElement, name: string): boolean {
  const text = requiredText(element, name);
  if (text !== 'true' && text !== 'false') throw new XmlError(`<${name}> is neither true nor false`);
  return text === 'true';
}

/** A size in bytes. */
export function sizeField(element: XmlElement, name: string): number {
  return wholeNumber(name, requiredText(element, name));
}

export function optionalNumberField(element: XmlElement, name: string): number | undefined {
  const text = optionalText(element, name);
  return text === undefined || text === '' ? undefined : wholeNumber(name, text);
}

export function dateField(element: XmlElement, name: string): Date {
  const date = new Date(requiredText(element, name));
  if (Number.isNaN(date.getTime())) throw new XmlError(`<${name}> is not a time`);
  return date;
}

function wholeNumber(name: string, text: string): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new XmlError(`<${name}> is not a whole number`);
  return value;
}
