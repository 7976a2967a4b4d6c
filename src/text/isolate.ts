/** Wraps foreign text in Unicode isolates, so that its direction marks cannot reorder our sentence. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
