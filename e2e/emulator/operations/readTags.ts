import { CosServiceError } from '../CosServiceError.ts';
import { childOf, childText, malformedXml, type XmlNode } from '../xml.ts';
import { invalidArgument } from './refusals.ts';

export type Tags = Readonly<Record<string, string>>;

/** Limits of COS documentation 35709; where another page says one more or less, the smaller one. */
const MOST_TAGS = 10;
const LONGEST_NAME = 127;
const LONGEST_VALUE = 255;
const ALLOWED = /^[\p{L}\p{N} +\-_=.:/]*$/u;

/** `x-cos-tagging: a=1&b=2`, each part URL-encoded (COS documentation 7749). */
export function readTagHeader(header: string): Tags {
  const pairs = header.split('&').map((pair): [string, string] => {
    const [name = '', value = ''] = pair.split('=').map(decode);
    return [name, value];
  });
  return checked(pairs);
}

/** The `<Tagging>` body of PUT Object tagging. */
export function readTagBody(root: XmlNode): Tags {
  const set = childOf(root, 'TagSet');
  if (set === undefined) throw malformedXml();
  const pairs = set.children.map((tag): [string, string] => {
    const name = childText(tag, 'Key');
    if (tag.name !== 'Tag' || name === undefined) throw malformedXml();
    return [name, childText(tag, 'Value') ?? ''];
  });
  return checked(pairs);
}

function checked(pairs: readonly [string, string][]): Tags {
  const tags = new Map(pairs);
  if (tags.size !== pairs.length || pairs.length > MOST_TAGS || pairs.some(isWrong)) {
    throw new CosServiceError(400, 'InvalidTag', 'The tag is not valid.');
  }
  return Object.fromEntries(tags);
}

function isWrong([name, value]: readonly [string, string]): boolean {
  return name === '' || name.length > LONGEST_NAME || value.length > LONGEST_VALUE || !ALLOWED.test(name + value);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalidArgument('x-cos-tagging is not URL-encoded.');
  }
}
