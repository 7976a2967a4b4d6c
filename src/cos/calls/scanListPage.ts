import { createColumnWriter } from '../createColumnWriter.ts';
import type { ListObjectColumnsOutput } from '../ObjectColumns.ts';
import { ownText } from '../ownText.ts';

/** Not a fault: the page has a form that the scan does not know, and the strict reader decides about it. */
class Unusual extends Error {}

const START = /\s*(?:<\?xml\s[^?<>]*\?>)?\s*<ListBucketResult>/y;
const END = /<\/ListBucketResult>\s*$/y;
const WHOLE_NUMBER = /^\d{1,15}$/;
const QUOTE = '&quot;';

interface Tag {
  readonly open: string;
  readonly close: string;
  readonly empty: string;
}

const tagOf = (name: string): Tag => ({ open: `<${name}>`, close: `</${name}>`, empty: `<${name}/>` });

const TAGS = {
  Key: tagOf('Key'),
  LastModified: tagOf('LastModified'),
  ETag: tagOf('ETag'),
  Size: tagOf('Size'),
  ID: tagOf('ID'),
  DisplayName: tagOf('DisplayName'),
  StorageClass: tagOf('StorageClass'),
  StorageTier: tagOf('StorageTier'),
  RestoreStatus: tagOf('RestoreStatus'),
  Prefix: tagOf('Prefix'),
};

/** What stands before the rows, once each. */
const FIELDS = ['Name', 'EncodingType', 'Prefix', 'Marker', 'MaxKeys', 'Delimiter', 'IsTruncated', 'NextMarker'].map(
  (name) => [name, tagOf(name)] as const,
);
/** What COS answers with at most, whatever `max-keys` says. */
const MAX_ROWS = 1000;

/**
 * Reads a page of a listing straight into columns: a million keys are a thousand pages, and a tree of
 * elements of each would cost more than its way over the network.
 *
 * [Note: The scan is stricter than the reader] It knows exactly one form of the document, COS's own (documentation 30614)
 * with URL encoding, and takes only what fits it to the last character. A page of any other form is not an error and
 * not a guess: the answer is undefined, and the strict reader in `xml.ts` says what it holds or what is wrong with it.
 */
export function scanListPage(source: string, prefix: string): ListObjectColumnsOutput | undefined {
  try {
    return scan(source, prefix);
  } catch (error) {
    if (error instanceof Unusual || error instanceof URIError) return undefined;
    throw error;
  }
}

function scan(source: string, prefix: string): ListObjectColumnsOutput {
  const rows = createColumnWriter(MAX_ROWS);
  const head = new Map<string, string>();
  let count = 0;
  let hasObjects = false;
  let at = 0;

  function take(pattern: RegExp): void {
    pattern.lastIndex = at;
    const [found] = pattern.exec(source) ?? [];
    if (found === undefined) throw new Unusual();
    at += found.length;
  }
  function skipSpace(): void {
    for (;;) {
      const code = source.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      at += 1;
    }
  }
  function takes(literal: string): boolean {
    if (!source.startsWith(literal, at)) return false;
    at += literal.length;
    return true;
  }
  /** The text of `<name>text</name>` or `<name/>`; undefined when something else is here. */
  function leaf({ open, close, empty }: Tag): string | undefined {
    skipSpace();
    if (!takes(open)) return takes(empty) ? '' : undefined;
    const end = source.indexOf('<', at);
    const text = source.slice(at, end);
    at = end;
    if (end < 0 || !takes(close)) throw new Unusual();
    return text;
  }
  function needed(tag: Tag): string {
    const text = leaf(tag);
    if (text === undefined) throw new Unusual();
    return text;
  }
  function nameOf(text: string): string {
    if (text.includes('&')) throw new Unusual();
    const key = text.includes('%') ? decodeURIComponent(text) : text;
    if (key === '' || !key.startsWith(prefix)) throw new Unusual();
    count += 1;
    if (count > MAX_ROWS) throw new Unusual();
    return key.slice(prefix.length);
  }
  function closes(tag: string): void {
    skipSpace();
    if (!takes(tag)) throw new Unusual();
  }
  function object(): void {
    const name = nameOf(needed(TAGS.Key));
    const time = Date.parse(needed(TAGS.LastModified));
    const etag = etagOf(needed(TAGS.ETag));
    const size = needed(TAGS.Size);
    if (Number.isNaN(time) || !WHOLE_NUMBER.test(size)) throw new Unusual();
    skipSpace();
    if (takes('<Owner>')) {
      leaf(TAGS.ID);
      leaf(TAGS.DisplayName);
      closes('</Owner>');
    }
    const storageClass = leaf(TAGS.StorageClass) ?? 'STANDARD';
    leaf(TAGS.StorageTier);
    leaf(TAGS.RestoreStatus);
    closes('</Contents>');
    if (storageClass.includes('&')) throw new Unusual();
    rows.addObject(name, Number(size), time, etag, storageClass);
    hasObjects = true;
  }

  take(START);
  for (;;) {
    skipSpace();
    if (takes('<Contents>')) object();
    else if (takes('<CommonPrefixes>')) {
      const folder = nameOf(needed(TAGS.Prefix));
      closes('</CommonPrefixes>');
      if (hasObjects) throw new Unusual();
      rows.addFolder(folder);
    } else if (source.startsWith('</', at)) break;
    else {
      const field = FIELDS.find(([, tag]) => source.startsWith(tag.open, at) || source.startsWith(tag.empty, at));
      if (field === undefined || head.has(field[0]) || count > 0) throw new Unusual();
      head.set(field[0], needed(field[1]));
    }
  }
  take(END);
  if (at !== source.length || head.get('EncodingType') !== 'url') throw new Unusual();
  const columns = rows.finish();
  const isTruncated = head.get('IsTruncated');
  if (isTruncated === 'false') return { columns };
  const nextMarker = head.get('NextMarker') ?? '';
  if (isTruncated !== 'true' || nextMarker === '' || nextMarker.includes('&')) throw new Unusual();
  return { columns, nextMarker: ownText(decodeURIComponent(nextMarker)) };
}

/** Without its quotes, which COS writes as entities. */
function etagOf(text: string): string {
  const isQuoted = text.startsWith(QUOTE) && text.endsWith(QUOTE) && text.length >= 2 * QUOTE.length;
  const etag = isQuoted ? text.slice(QUOTE.length, -QUOTE.length) : text;
  if (etag.includes('&') || etag.includes('"')) throw new Unusual();
  return etag;
}
