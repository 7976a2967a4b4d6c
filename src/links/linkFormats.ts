import { safeFileName } from '#files/safeFileName.ts';
import { plainText } from '#lib/plainText.ts';
import { quoteForShell } from './quoteForShell.ts';

export type LinkFormat = 'url' | 'markdown' | 'html' | 'curl' | 'wget';

export interface NamedLink {
  /** Percent-encoded throughout: no quote, bracket, space or letter beyond ASCII. */
  readonly url: string;
  /** What it is called; anybody may have chosen it. */
  readonly name: string;
}

/** A link as people paste it. The name is data in each of them: it cannot end its quotes, tag or brackets. */
export function formatLink(format: LinkFormat, link: NamedLink): string {
  return FORMATS[format](link);
}

const FORMATS: Readonly<Record<LinkFormat, (link: NamedLink) => string>> = {
  url: ({ url }) => url,
  markdown: ({ url, name }) => `[${escapeMarkdown(title(name))}](${url})`,
  html: ({ url, name }) => `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${escapeHtml(title(name))}</a>`,
  curl: ({ url, name }) => `curl --fail --location --output ${file(name)} ${quoteForShell(url)}`,
  wget: ({ url, name }) => `wget --output-document=${file(name)} ${quoteForShell(url)}`,
};

const title = (name: string): string => plainText(name) || 'download';

/** With a folder in front, since both programs take `-` for the terminal. */
const file = (name: string): string => quoteForShell(`./${safeFileName(name)}`);

/** A backslash takes the meaning of any ASCII punctuation (CommonMark 2.4). */
function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
