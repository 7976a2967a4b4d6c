import { createPathNamer } from '#files/createPathNamer.ts';
import { mapInSlices } from '#lib/mapInSlices.ts';
import { BYTE_ORDER_MARK, csvLines } from '#lib/toCsv.ts';
import { formatLink } from './linkFormats.ts';
import type { MintedLink } from './mintLinks.ts';

export type LinkListFormat = 'text' | 'csv' | 'json' | 'markdown' | 'aria2';

export interface LinkList {
  readonly links: readonly Pick<MintedLink, 'key' | 'url'>[];
  /** What all keys begin with and nobody needs to see. */
  readonly prefix: string;
  readonly expiresAt: Date;
  /** Heads of the columns: name, end, link. */
  readonly columns: readonly [name: string, end: string, link: string];
}

/**
 * Links as a file others read: one a line; CSV with no cell a spreadsheet would run; JSON with times in ISO 8601;
 * Markdown; the input of `aria2c -i`, which saves each under a path that is safe on any disk.
 *
 * @returns the text in pieces, for a Blob or to be joined
 */
export async function writeLinkList(format: LinkListFormat, list: LinkList): Promise<readonly string[]> {
  const { head, line, tail } = writers[format](list);
  const lines = await mapInSlices(list.links, line);
  return [head, ...lines, tail];
}

interface Writer {
  readonly head: string;
  readonly line: (link: LinkList['links'][number], at: number) => string;
  readonly tail: string;
}

const writers: Readonly<Record<LinkListFormat, (list: LinkList) => Writer>> = {
  text: () => ({ head: '', line: ({ url }) => `${url}\n`, tail: '' }),
  csv: ({ prefix, expiresAt, columns }) => ({
    head: BYTE_ORDER_MARK + csvLines([columns]),
    line: ({ key, url }) => csvLines([[key.slice(prefix.length), expiresAt.toISOString(), url]]),
    tail: '',
  }),
  json: ({ prefix, expiresAt }) => ({
    head: `{\n  "expiresAt": ${JSON.stringify(expiresAt)},\n  "links": [`,
    line: ({ key, url }, at) =>
      `${at === 0 ? '' : ','}\n    ${JSON.stringify({ name: key.slice(prefix.length), key, url })}`,
    tail: '\n  ]\n}\n',
  }),
  markdown: ({ prefix }) => ({
    head: '',
    line: ({ key, url }) => `- ${formatLink('markdown', { name: key.slice(prefix.length), url })}\n`,
    tail: '',
  }),
  aria2: ({ prefix }) => {
    const namer = createPathNamer();
    const outOf = (key: string): string => {
      const { folders, name } = namer.file(key.slice(prefix.length));
      return [...folders, name].join('/');
    };
    return { head: '', line: ({ key, url }) => `${url}\n  out=${outOf(key)}\n`, tail: '' };
  },
};
