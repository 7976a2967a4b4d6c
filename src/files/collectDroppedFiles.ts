import { isJunk } from './Collected.ts';
import type { Collected } from './Collected.ts';
import { handlesOf } from './handlesOf.ts';
import type { FindHandle } from './handlesOf.ts';

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

async function* walk(
  entry: FileSystemEntry,
  parent: string,
  opening: Promise<File | undefined> | undefined = openFile(entry),
): AsyncGenerator<Collected, void> {
  const relativePath = parent + entry.name;
  if (entry.isDirectory) {
    yield* walkFolder(entry as FileSystemDirectoryEntry, `${relativePath}/`);
    return;
  }
  const file = await opening;
  yield file === undefined ? { type: 'unreadable', relativePath } : fileOrJunk(file, relativePath);
}

/** Undefined at once for a folder; resolves with undefined for a file that cannot be had. */
function openFile(entry: FileSystemEntry): Promise<File | undefined> | undefined {
  if (entry.isDirectory) return undefined;
  return new Promise((resolve) => {
    (entry as FileSystemFileEntry).file(resolve, () => resolve(undefined));
  });
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
      // Each is a question to another process of the browser: asked together they take hardly longer than one.
      const opening = entries.map(openFile);
      for (const [index, entry] of entries.entries()) {
        isEmpty &&= isJunk(entry.name);
        yield* walk(entry, path, opening[index]);
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
