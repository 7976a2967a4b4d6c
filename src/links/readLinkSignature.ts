import type { LinkFacts, LinkFlaw, LinkSignature } from './LinkFacts.ts';

const FIELDS = [
  'q-sign-algorithm',
  'q-ak',
  'q-sign-time',
  'q-key-time',
  'q-header-list',
  'q-url-param-list',
  'q-signature',
] as const;

/** The signature among the parameters of a link, decoded, and what is wrong with it (COS documentation 7778). */
export function readLinkSignature(
  query: ReadonlyMap<string, string>,
): Pick<LinkFacts, 'flaws'> & { readonly signature?: LinkSignature } {
  if (query.has('X-Amz-Signature') || query.has('AWSAccessKeyId')) return { flaws: ['amazon'] };
  const sign = query.get('sign');
  const isPlain = FIELDS.some((name) => query.has(name));
  if (sign === undefined && !isPlain) return { flaws: [] };
  const fields = isPlain ? query : fieldsOf(sign ?? '');
  const token = query.get('x-cos-security-token') ?? '';
  const windows = ['q-sign-time', 'q-key-time'].map((name) => windowOf(fields.get(name) ?? ''));
  const [signed, keyed] = windows;
  const flaws: LinkFlaw[] = [];
  if (isPlain && sign !== undefined) flaws.push('twice');
  if (FIELDS.some((name) => fields.get(name) === undefined)) flaws.push('incomplete');
  else if (fields.get('q-sign-algorithm') !== 'sha1') flaws.push('algorithm');
  const areEqual = fields.get('q-sign-time') === fields.get('q-key-time');
  if (!flaws.includes('incomplete') && (signed === undefined || keyed === undefined || !areEqual)) flaws.push('times');
  // A space in a token was a plus that something has decoded; tokens have none.
  if (token.includes(' ')) flaws.push('rawPlus');
  const window = signed ?? keyed;
  if (window === undefined) return { flaws };
  return {
    flaws,
    signature: {
      form: isPlain ? 'query' : 'sign',
      keyId: fields.get('q-ak') ?? '',
      from: new Date(Math.max(window.from, keyed?.from ?? window.from) * 1000),
      until: new Date(Math.min(window.until, keyed?.until ?? window.until) * 1000),
      headers: listOf(fields.get('q-header-list')),
      parameters: listOf(fields.get('q-url-param-list')),
      hasToken: token !== '',
    },
  };
}

function fieldsOf(text: string): Map<string, string> {
  return new Map(
    text.split('&').map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** `start;end` in Unix seconds; undefined when it is no window. */
function windowOf(text: string): { readonly from: number; readonly until: number } | undefined {
  const [, from, until] = /^(\d{1,11})(?:;|%3b)(\d{1,11})$/i.exec(text) ?? [];
  if (from === undefined || until === undefined || Number(until) <= Number(from)) return undefined;
  return { from: Number(from), until: Number(until) };
}

/** The vendor's SDK encodes this one list twice. */
function listOf(text = ''): string[] {
  return text
    .replaceAll(/%3b/gi, ';')
    .toLowerCase()
    .split(';')
    .filter((name) => name !== '');
}
