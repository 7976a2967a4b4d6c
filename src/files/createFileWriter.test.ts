import { expect, test } from 'vitest';
import { createFileWriter, type FileWorkerLike } from './createFileWriter.ts';
import type { FileAnswer, FileRequest } from './fileWriterMessages.ts';
import { workerFile } from './workerFile.ts';

/** A worker that answers when it is told to. */
function fakeWorkers() {
  const asked: FileRequest[] = [];
  const listeners: Partial<Record<string, (event: unknown) => void>>[] = [];
  const start = (): FileWorkerLike => {
    const own: (typeof listeners)[number] = {};
    listeners.push(own);
    return {
      postMessage: (request: FileRequest) => void asked.push(request),
      terminate: () => undefined,
      addEventListener: (type: string, listener: unknown) => {
        own[type] = listener as (event: unknown) => void;
      },
    } as FileWorkerLike;
  };
  const next = async (): Promise<FileRequest> => {
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    return asked.shift() as FileRequest;
  };
  const answer = (message: FileAnswer): void => listeners.at(-1)?.['message']?.({ data: message });
  const crash = (): void => listeners.at(-1)?.['error']?.({ message: 'out of memory' });
  return { start, next, answer, crash, count: () => listeners.length };
}

const handle = { getFile: async () => new Blob(['all of it']) } as unknown as FileSystemFileHandle;
const bytes = (): Uint8Array<ArrayBuffer> => new TextEncoder().encode('hello');

function setup() {
  const workers = fakeWorkers();
  let removed = 0;
  const file = workerFile(
    createFileWriter(workers.start),
    async () => handle,
    async () => void (removed += 1),
  );
  return { ...workers, file, removed: () => removed };
}

test('opens once, writes, and closes before the finished file is read', async () => {
  const { file, next, answer } = setup();
  const writing = file.write(bytes(), 7);
  const open = await next();
  expect(open).toMatchObject({ type: 'open', handle });
  answer({ id: open.id });
  const write = await next();
  expect(write).toMatchObject({ type: 'write', atByte: 7, file: open.file });
  const back = bytes();
  answer({ id: write.id, crc64: '42', bytes: back });
  expect(await writing).toEqual({ crc64: '42', bytes: back });
  const finishing = file.finish();
  const close = await next();
  expect(close.type).toBe('close');
  answer({ id: close.id });
  expect(await (await finishing).text()).toBe('all of it');
});

test('what stops the worker is told as storage that fails', async () => {
  const { file, next, answer } = setup();
  const writing = file.write(bytes(), 0);
  const open = await next();
  answer({ id: open.id });
  const write = await next();
  answer({ id: write.id, errorName: 'QuotaExceededError', message: 'no' });
  await expect(writing).rejects.toMatchObject({
    failure: { code: 'StorageUnavailable', message: 'there is not enough room to store the file' },
  });
});

test('a file is closed before it is removed, and once', async () => {
  const { file, next, answer, removed } = setup();
  await file.remove();
  expect(removed()).toBe(0);
  void file.write(bytes(), 0);
  answer({ id: (await next()).id });
  answer({ id: (await next()).id, crc64: '1' });
  const removing = Promise.all([file.remove(), file.remove()]);
  const close = await next();
  expect([close.type, removed()]).toEqual(['close', 0]);
  answer({ id: close.id });
  await removing;
  expect(removed()).toBe(1);
});

test('a worker that crashes leaves nobody waiting, and a new one opens the file again', async () => {
  const { file, next, answer, crash, count } = setup();
  const lost = file.write(bytes(), 0);
  answer({ id: (await next()).id });
  await next();
  crash();
  await expect(lost).rejects.toMatchObject({
    failure: { code: 'FileWorkerStopped', message: expect.stringContaining('out of memory') },
  });
  const again = file.write(bytes(), 0);
  const open = await next();
  expect([open.type, count()]).toEqual(['open', 2]);
  answer({ id: open.id });
  const write = await next();
  answer({ id: write.id, crc64: '42' });
  expect(await again).toMatchObject({ crc64: '42' });
});
