import { describe, expect, test } from 'vitest';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { MIB } from './planParts.ts';
import { crc64Of, patterned, startEngine } from './testing/startEngine.ts';

const BYTES = patterned(9 * MIB);
const FILE_CRC = crc64Of(BYTES);
const lost = { kind: 'network', code: 'ConnectionLost', message: 'reset' } as const;
/** 4, 4 and 1 MiB, all at once. */
const inParts = { policy: { wholeFileBytes: 4 * MIB }, settings: { partsInFlight: 3 } };

/** A file that can be edited under the page's feet: Chromium then refuses to read what was chosen. */
class EditedFile extends File {
  isEdited = false;

  override slice(start?: number, end?: number): Blob {
    const slice = super.slice(start, end);
    return this.isEdited
      ? Object.assign(slice, { arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) })
      : slice;
  }
}

function handleOf(file: File): () => Promise<FileSystemFileHandle> {
  return async () => ({ getFile: async () => file }) as FileSystemFileHandle;
}

describe('the file changed on disk', () => {
  test('half-way: the person is asked, and starting over sends the file as it is now', async () => {
    const { cos, engine, upload, transfer, state, time } = startEngine(inParts);
    const file = new EditedFile([BYTES], 'big.bin');
    const now = new File(['the new version'], 'big.bin');
    const id = upload({ key: 'big.bin', name: 'big.bin', file, getHandle: handleOf(now) });
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    const part = await cos.next('uploadPart');
    file.isEdited = true;
    part.fail(lost);
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'paused', by: 'question', failure: { code: 'FileChanged' } });
    expect(cos.unansweredCalls()).toEqual([]);
    engine.startOver(id, await engine.reopen(id));
    expect((await cos.next('abortMultipartUpload')).input.uploadId).toBe('u1');
    const put = await cos.next('putObject');
    expect(await put.input.body.text()).toBe('the new version');
    put.succeed({ etag: 'e', crc64: crc64Of(new TextEncoder().encode('the new version')) });
    await time.settle();
    expect(transfer(id)).toMatchObject({ sizeBytes: 15, state: { status: 'completed', verified: true } });
  });

  test('after the last part: it is asked before the old version becomes the object', async () => {
    const { cos, engine, upload, state, time } = startEngine(inParts);
    const file = new EditedFile([BYTES], 'big.bin');
    const id = upload({ key: 'big.bin', name: 'big.bin', file });
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    (await cos.next('uploadPart')).succeed({ etag: 'e1' });
    (await cos.next('uploadPart')).succeed({ etag: 'e2' });
    await time.settle();
    file.isEdited = true;
    (await cos.next('uploadPart')).succeed({ etag: 'e3' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'paused', by: 'question', failure: { code: 'FileChanged' } });
    expect(cos.unansweredCalls('completeMultipartUpload')).toEqual([]);
    expect(await engine.reopen(id)).toBeUndefined();
    engine.skip(id);
    expect((await cos.next('abortMultipartUpload')).input.uploadId).toBe('u1');
    expect(state(id).status).toBe('skipped');
  });
});

describe('a right that is taken away', () => {
  test('midway: what was sent is kept, and resume sends the rest', async () => {
    const { cos, engine, upload, state, time } = startEngine(inParts);
    const id = upload({ key: 'big.bin', name: 'big.bin', file: new Blob([BYTES]) });
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    (await cos.next('uploadPart')).succeed({ etag: 'e1' });
    await time.settle();
    (await cos.next('uploadPart')).fail(serviceFailure('AccessDenied'));
    await time.settle();
    expect(state(id)).toMatchObject({
      status: 'paused',
      by: 'question',
      failure: { code: 'AccessDenied' },
      progress: { transferredBytes: 4 * MIB },
    });
    engine.resume(id);
    (await cos.next('listParts')).succeed({ parts: [{ partNumber: 1, etag: 'e1', sizeBytes: 4 * MIB }] });
    for (const partNumber of [2, 3]) {
      const call = await cos.next('uploadPart');
      expect(call.input.partNumber).toBe(partNumber);
      call.succeed({ etag: `e${partNumber}` });
    }
    (await cos.next('completeMultipartUpload')).succeed({ etag: 'w', crc64: FILE_CRC });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', verified: true });
  });

  test('at the start: there is nothing to keep, and it fails', async () => {
    const { cos, upload, state, time } = startEngine(inParts);
    const id = upload({ key: 'big.bin', name: 'big.bin', file: new Blob([BYTES]) });
    (await cos.next('initiateMultipartUpload')).fail(serviceFailure('AccessDenied'));
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'AccessDenied' } });
  });
});
