import { safeFileName } from '#files/safeFileName.ts';
import { UPLOAD_LINK_HEADERS } from './createUploadLink.ts';
import { quoteForShell } from './quoteForShell.ts';

/** The line that sends a file of this name to an upload link, with every header that is signed. */
export function uploadCommand(url: string, name: string): string {
  const headers = Object.entries(UPLOAD_LINK_HEADERS).map((pair) => `--header ${quoteForShell(pair.join(': '))}`);
  const file = quoteForShell(`./${safeFileName(name)}`);
  return ['curl --fail --upload-file', file, ...headers, quoteForShell(url)].join(' ');
}
