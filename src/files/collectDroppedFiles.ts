import { isJunk } from './Collected.ts';
import type { Collected } from './Collected.ts';
import { handlesOf } from './handlesOf.ts';
import type { FindHandle } from './handlesOf.ts';

/** One after the other, every file would cost a round trip to the browser's own process; all together, a long task. */
const OPENED_AT_ONCE = 16;

/**
 * Walks what was dropped, folders and all. Call it inside the `drop` event: the browser takes the items back as soon
 * as the handler returns, so they are read at once and walked later.
 */
export function collectDroppedFiles(dropped: Pick<DataTransfer, 'items'>): AsyncGenerator<Collected, void> {
  const roots: { readonly root: FileSystemEntry | File; readonly findHandle: FindHandle | undefined }[] = [];
  for (const item of dropped.items) {
    if (item.kind !== 'file') continue;
    const root = item.webkitGetAsEntry() ?? item.getAsFile();
    if (root) roots.push({ root, findHandle: handlesOf(item) });
  }
  return walkRoots(roots);
}

async function* walkRoots(
  roots: readonly { readonly root: FileSystemEntry | File; readonly findHandle: FindHandle | undefined }[],
): AsyncGenerator<Collected, void> {
  for (const { root, findHandle } of roots) {
    if (root instanceof File) {
      yield fileOrJunk(root, root.name);
      continue;
    }
    for await (const found of walk(root, '')) {
      const { relativePath } = found;
      yield found.type === 'file' && findHandle ? { ...found, getHandle: () => findHandle(relativePath) } : found;
    }
  }
}

async function* walk(entry: FileSystemEntry, parent: string): AsyncGenerator<Collected, void> {
  const relativePath = parent + entry.name;
  if (entry.isDirectory) yield* walkFolder(entry as FileSystemDirectoryEntry, `${relativePath}/`);
  else yield fileOf(entry as FileSystemFileEntry, relativePath);
}

async function fileOf(entry: FileSystemFileEntry, relativePath: string): Promise<Collected> {
  try {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    return fileOrJunk(file, relativePath);
  } catch {
    return { type: 'unreadable', relativePath };
  }
}

async function* walkFolder(folder: FileSystemDirectoryEntry, path: string): AsyncGenerator<Collected, void> {
  const reader = folder.createReader();
  let isEmpty = true;
  try {
    for (;;) {
      // Chromium hands out 100 entries at a time; an empty answer is the end.
      const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => {
        reader.readEntries(resolve, reject);
      });
      if (entries.length === 0) break;
      for (let at = 0; at < entries.length; at += OPENED_AT_ONCE) {
        const some = entries.slice(at, at + OPENED_AT_ONCE);
        isEmpty &&= some.every(({ name }) => isJunk(name));
        const opened = some.map((entry) => {
          return entry.isFile ? fileOf(entry as FileSystemFileEntry, path + entry.name) : walk(entry, path);
        });
        for (const found of opened) {
          if (found instanceof Promise) yield await found;
          else yield* found;
        }
      }
    }
  } catch {
    yield { type: 'unreadable', relativePath: path };
    return;
  }
  if (isEmpty) yield { type: 'emptyFolder', relativePath: path };
}

function fileOrJunk(file: File, relativePath: string): Collected {
  return isJunk(file.name) ? { type: 'junk', relativePath } : { type: 'file', file, relativePath };
}
