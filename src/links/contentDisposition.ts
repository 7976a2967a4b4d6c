import { percentEncode } from '#lib/percentEncode.ts';

/**
 * `attachment; filename*=UTF-8''…` (RFC 6266, RFC 8187): every name survives, and nothing in it can end the value early.
 */
export function contentDisposition(disposition: 'attachment' | 'inline', fileName: string): string {
  return `${disposition}; filename*=UTF-8''${percentEncode(fileName)}`;
}
