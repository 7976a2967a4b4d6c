const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The same text in memory of its own. Engines make a piece of a text a window on the whole, so that keeping one marker
 * of a page would keep all 400 kB of it.
 */
export function ownText(text: string): string {
  return decoder.decode(encoder.encode(text));
}
