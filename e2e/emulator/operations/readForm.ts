import type { Readable } from 'node:stream';
import { CosServiceError } from '../CosServiceError.ts';
import { createMarkReader, type MarkReader } from './createMarkReader.ts';

/** A form up to its file; the file's bytes are still on their way. */
export interface Form {
  /** Lower-cased names, values decoded from UTF-8, in the order sent. */
  readonly fields: ReadonlyMap<string, string>;
  readonly fileName: string;
  /** Read it to the end: only there it shows whether the form ends as it must. Throws what `readForm` throws. */
  readonly file: AsyncGenerator<Buffer>;
}

const MAX_FIELDS_BYTES = 64 * 1024;
const MAX_PART_HEADER_BYTES = 8 * 1024;
const LINE_END = Buffer.from('\r\n');
const HEADER_END = Buffer.from('\r\n\r\n');

/**
 * Reads a `multipart/form-data` body (RFC 7578) as POST Object has it: fields, then exactly one part named `file`,
 * last (COS documentation 14690). Nothing of the file is kept.
 *
 * @throws CosServiceError 400 MalformedPOSTRequest or IncorrectNumberOfFilesInPostRequest
 */
export async function readForm(body: Readable, contentType: string | undefined): Promise<Form> {
  const boundary = boundaryOf(contentType);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // Leaving early must not destroy the request: its connection still has to carry the refusal.
  const chunks = body.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>;
  // The first delimiter has no line end before it; with one put there it is like all others.
  const reader = createMarkReader(chunks, LINE_END, malformed);
  await reader.readUntil(delimiter, 0);

  const fields = new Map<string, string>();
  let left = MAX_FIELDS_BYTES;
  for (;;) {
    if (await isEnd(reader)) throw wrongNumberOfFiles();
    const { name, fileName } = await readPartHeader(reader);
    if (name === 'file') return { fields, fileName, file: readFile(reader, delimiter) };
    const value = await reader.readUntil(delimiter, left);
    left -= name.length + value.length;
    if (left < 0 || fields.has(name)) throw malformed();
    fields.set(name, value.toString('utf8'));
  }
}

function boundaryOf(contentType = ''): string {
  const match = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^;\s"]{1,70}))\s*(?:;|$)/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) throw malformed();
  return boundary;
}

async function* readFile(reader: MarkReader, delimiter: Buffer): AsyncGenerator<Buffer> {
  yield* reader.streamUntil(delimiter);
  if (!(await isEnd(reader))) {
    const { name } = await readPartHeader(reader);
    throw name === 'file' ? wrongNumberOfFiles() : malformed();
  }
  await reader.drain();
}

/** Behind a delimiter stands `--` at the end of the form and a line end before another part. */
async function isEnd(reader: MarkReader): Promise<boolean> {
  const next = (await reader.readExactly(2)).toString('latin1');
  if (next !== '--' && next !== '\r\n') throw malformed();
  return next === '--';
}

async function readPartHeader(reader: MarkReader): Promise<{ name: string; fileName: string }> {
  const header = (await reader.readUntil(HEADER_END, MAX_PART_HEADER_BYTES)).toString('utf8');
  const disposition = /^content-disposition:\s*form-data\s*(;.*)$/im.exec(header)?.[1] ?? '';
  const name = /;\s*name=(?:"([^"]*)"|([^;\s"]+))/i.exec(disposition);
  const fileName = /;\s*filename=(?:"([^"]*)"|([^;\s"]+))/i.exec(disposition);
  if (name === null) throw malformed();
  return { name: (name[1] ?? name[2] ?? '').toLowerCase(), fileName: fileName?.[1] ?? fileName?.[2] ?? '' };
}

function malformed(): CosServiceError {
  return new CosServiceError(
    400,
    'MalformedPOSTRequest',
    'The body of your POST request is not well-formed multipart/form-data.',
  );
}

function wrongNumberOfFiles(): CosServiceError {
  return new CosServiceError(
    400,
    'IncorrectNumberOfFilesInPostRequest',
    'POST requires exactly one file upload per request.',
  );
}
