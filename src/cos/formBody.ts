/**
 * A multipart/form-data body in one piece, for POST Object. `FormData` with a Blob would do the same slower: the
 * browser then streams the file separately (measured: half the requests per second for small files).
 *
 * @param fields in order; names and values of ours or checked by `isFormKey`
 */
export async function formBody(
  fields: readonly (readonly [name: string, value: string])[],
  file: Blob | Uint8Array,
  boundary: string = randomBoundary(),
): Promise<{ body: Uint8Array; contentType: string }> {
  const { start, end, contentType } = edges(fields, boundary);
  const content = file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file;
  const body = new Uint8Array(start.length + content.length + end.length);
  body.set(start, 0);
  body.set(content, start.length);
  body.set(end, start.length + content.length);
  return { body, contentType };
}

/** The same around a file that stays where it is: the browser reads it while it sends. For files of any size. */
export function formBlob(
  fields: readonly (readonly [name: string, value: string])[],
  file: Blob,
  boundary: string = randomBoundary(),
): { body: Blob; contentType: string } {
  const { start, end, contentType } = edges(fields, boundary);
  return { body: new Blob([start, file, end]), contentType };
}

/**
 * True for a key that a form carries unchanged: COS replaces `${filename}` in it, and line ends and edge spaces do not
 * survive every form parser. Other keys go by PUT.
 */
export function isFormKey(key: string): boolean {
  return key !== '' && key.isWellFormed() && !key.includes('${') && !/\p{Cc}/u.test(key) && key.trim() === key;
}

/** What goes before the file and after it. */
function edges(fields: readonly (readonly [name: string, value: string])[], boundary: string) {
  const before = fields.map(([name, value]) => `${head(boundary, name)}\r\n\r\n${value}\r\n`).join('');
  return {
    // The type of the part is ignored by COS; only the field `Content-Type` counts.
    start: new TextEncoder().encode(`${before}${head(boundary, 'file')}; filename="file"\r\n\r\n`),
    end: new TextEncoder().encode(`\r\n--${boundary}--\r\n`),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}

function head(boundary: string, name: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`;
}

/** 128 random bits: no file contains it by chance, and nobody can put it there on purpose. */
function randomBoundary(): string {
  return `beeline-${crypto.randomUUID()}`;
}
