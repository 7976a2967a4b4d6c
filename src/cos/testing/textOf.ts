/** A body as text. */
export function textOf(body: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(body as BodyInit).text();
}
