import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDownloadSink } from './createDownloadSink.ts';
import { createMemoryFile } from './createMemoryFile.ts';
import { pickedFileSink } from './pickDownloadTarget.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A file handle that behaves as browsers do: writes land in a swap file, and in the file on close. */
function fakeHandle(content = '') {
  const state = { file: new Blob([content]), swap: new Uint8Array(), removed: false, failWith: undefined as unknown };
  const writable = {
    write: async ({ position, data }: { position: number; data: Uint8Array }) => {
      if (state.failWith) throw state.failWith;
      const grown = new Uint8Array(Math.max(state.swap.length, position + data.length));
      grown.set(state.swap);
      grown.set(data, position);
      state.swap = grown;
    },
    truncate: async (size: number) => void (state.swap = state.swap.slice(0, size)),
    close: async () => void (state.file = new Blob([state.swap])),
    abort: async () => void (state.swap = new Uint8Array()),
  };
  const handle = {
    createWritable: async () => writable,
    getFile: async () => state.file,
    remove: async () => void (state.removed = true),
  };
  return { state, handle: handle as unknown as FileSystemFileHandle };
}

describe('createDownloadSink', () => {
  test('shows nothing before commit, then hands over the whole file under a safe name', async () => {
    const saved: [Blob, string][] = [];
    const sink = createDownloadSink('a/../x\u202Egnp.exe', createMemoryFile, (...file) => saved.push(file));
    await sink.write(bytes('world'), 6);
    await sink.write(bytes('hello '), 0);
    expect(saved).toEqual([]);
    await sink.truncate(11);
    await sink.commit();
    expect(saved.map(([, name]) => name)).toEqual(['a_.._xgnp.exe']);
    expect(await saved[0]?.[0].text()).toBe('hello world');
  });

  test('what was committed stays while the browser saves it, and is removed later', async () => {
    let removed = 0;
    const stage = () => ({ ...createMemoryFile(), remove: async () => void (removed += 1) });
    const sink = createDownloadSink('a', stage, () => undefined);
    await sink.write(bytes('x'), 0);
    await sink.commit();
    await sink.discard();
    expect(removed).toBe(0);
    vi.advanceTimersByTime(60 * 60 * 1000);
    expect(removed).toBe(1);
  });

  test('memory holds 512 MiB and says so', async () => {
    const sink = createDownloadSink('a', createMemoryFile, () => undefined);
    await expect(sink.write(bytes('x'), 512 * 1024 * 1024)).rejects.toMatchObject({
      failure: { code: 'StorageUnavailable', facts: { bytes: 512 * 1024 * 1024 } },
    });
  });
});

describe('pickedFileSink', () => {
  test('the file holds the old content until commit, and all of the new after it', async () => {
    const { state, handle } = fakeHandle('old');
    const sink = pickedFileSink(handle, false);
    await sink.write(bytes('new!'), 0);
    expect(await state.file.text()).toBe('old');
    await sink.truncate(3);
    await sink.commit();
    expect(await state.file.text()).toBe('new');
  });

  test('discard keeps a file that was there before, and removes one the picker made', async () => {
    const old = fakeHandle('old');
    const replacing = pickedFileSink(old.handle, false);
    await replacing.write(bytes('new'), 0);
    await replacing.discard();
    expect([await old.state.file.text(), old.state.removed]).toEqual(['old', false]);
    const fresh = fakeHandle();
    const creating = pickedFileSink(fresh.handle, true);
    await creating.write(bytes('new'), 0);
    await creating.discard();
    await creating.discard();
    expect(fresh.state.removed).toBe(true);
    const untouched = fakeHandle();
    await pickedFileSink(untouched.handle, true).discard();
    expect(untouched.state.removed).toBe(true);
  });

  test('a full disk is "StorageUnavailable"', async () => {
    const { state, handle } = fakeHandle();
    state.failWith = new DOMException('no', 'QuotaExceededError');
    await expect(pickedFileSink(handle, true).write(bytes('x'), 0)).rejects.toMatchObject({
      failure: { kind: 'local', code: 'StorageUnavailable' },
    });
  });
});
