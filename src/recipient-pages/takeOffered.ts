import { numberedKey } from '#cos/numberedKey.ts';
import type { Collected } from '#files/Collected.ts';
import { contentTypeFor } from '#files/contentTypeFor.ts';
import { uploadKey } from '#files/uploadKey.ts';
import { UPLOAD_REQUEST_CONNECTION } from '#links/uploadRequestConnection.ts';
import type { UploadRequestTerms } from '#links/UploadRequest.ts';
import type { TransferEngine, UploadRequest } from '#transfers/TransferEngine.ts';
import { judgeOffered, type Unsendable } from './judgeOffered.ts';

/** A file that was not sent, and why. */
export interface RefusedFile {
  readonly path: string;
  readonly because: Unsendable;
}

export interface Offered {
  readonly addedCount: number;
  readonly refused: readonly RefusedFile[];
}

/** Sending starts while a large folder is still walked. */
const BATCH = 200;

/**
 * Takes what was dropped or chosen and gives what may be sent to the engine. Folders keep their paths; of two files with
 * one name the later gets a number, without asking: a sender cannot look what is there.
 *
 * @param given keys of this page so far; grows
 */
export async function takeOffered(
  engine: Pick<TransferEngine, 'addUploads'>,
  terms: Pick<UploadRequestTerms, 'maxBytes' | 'contentType' | 'prefix'>,
  given: Set<string>,
  found: AsyncIterable<Collected> | Iterable<Collected>,
): Promise<Offered> {
  const refused: RefusedFile[] = [];
  let batch: UploadRequest[] = [];
  let addedCount = 0;
  const flush = (): void => {
    if (batch.length > 0) engine.addUploads(batch);
    addedCount += batch.length;
    batch = [];
  };
  for await (const one of found) {
    if (one.type === 'unreadable') refused.push({ path: one.relativePath, because: { why: 'unreadable' } });
    if (one.type !== 'file') continue;
    const { file, relativePath } = one;
    const because = judgeOffered(terms, file, relativePath);
    if (because) {
      refused.push({ path: relativePath, because });
      continue;
    }
    let key = uploadKey(terms.prefix, relativePath);
    while (given.has(key)) key = numberedKey(key);
    given.add(key);
    batch.push({
      connectionId: UPLOAD_REQUEST_CONNECTION,
      key,
      name: relativePath,
      file,
      contentType: contentTypeFor(file.name, file.type),
      onExisting: 'ask',
      numbersItself: true,
    });
    if (batch.length >= BATCH) flush();
  }
  flush();
  return { addedCount, refused };
}
