import { describe, expect, test } from 'vitest';
import { collectDroppedFiles } from './collectDroppedFiles.ts';
import type { Collected } from './Collected.ts';

type Tree = { [name: string]: Tree | string | Error };

/** The entries a browser hands out: folders answer at most two children per call, then an empty list. */
function entryOf(name: string, node: Tree | string | Error): FileSystemEntry {
  if (node instanceof Error || typeof node === 'string') {
    const file = (succeed: (file: File) => void, fail: (error: Error) => void): void =>
      node instanceof Error ? fail(node) : succeed(new File([node], name));
    return { isDirectory: false, isFile: true, name, file } as unknown as FileSystemEntry;
  }
  const createReader = (): unknown => {
    const children = Object.entries(node).map(([child, below]) => entryOf(child, below));
    return { readEntries: (succeed: (entries: FileSystemEntry[]) => void) => succeed(children.splice(0, 2)) };
  };
  return { isDirectory: true, isFile: false, name, createReader } as unknown as FileSystemEntry;
}

function drop(tree: Tree): AsyncGenerator<Collected, void> {
  let isOver = false;
  const items = Object.entries(tree).map(([name, node]) => ({
    kind: 'file',
    // As in a browser: after the event nothing can be read from the items any more.
    webkitGetAsEntry: () => (isOver ? null : entryOf(name, node)),
    getAsFile: () => null,
  }));
  const walking = collectDroppedFiles({ items } as unknown as Pick<DataTransfer, 'items'>);
  isOver = true;
  return walking;
}

async function summary(walking: AsyncGenerator<Collected, void>): Promise<string[]> {
  const found: string[] = [];
  for await (const item of walking) found.push(`${item.type} ${item.relativePath}`);
  return found;
}

describe('collectDroppedFiles', () => {
  test('walks every folder to its end, reading the items before the event is over', async () => {
    const tree = { photos: { a: '1', b: '2', c: '3', d: '4', e: '5', deep: { f: '6' } }, 'one.txt': 'x' };
    expect(await summary(drop(tree))).toEqual([
      ...['a', 'b', 'c', 'd', 'e', 'deep/f'].map((path) => `file photos/${path}`),
      'file one.txt',
    ]);
  });

  test('names what is empty, unreadable or junk instead of dropping it silently', async () => {
    const tree = {
      folder: {
        empty: {},
        onlyJunk: { '.DS_Store': '' },
        gone: new DOMException('gone', 'NotFoundError'),
        'Thumbs.db': '',
      },
    };
    expect(await summary(drop(tree))).toEqual([
      'emptyFolder folder/empty/',
      'junk folder/onlyJunk/.DS_Store',
      'emptyFolder folder/onlyJunk/',
      'unreadable folder/gone',
      'junk folder/Thumbs.db',
    ]);
  });

  test('1,000 files eight levels deep all arrive', async () => {
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`f${n}`, 'x']));
    let tree: Tree = files;
    for (let level = 0; level < 8; level += 1) tree = { [`l${level}`]: tree };
    const found = await summary(drop(tree));
    expect(found).toHaveLength(1000);
    expect(new Set(found).size).toBe(1000);
    expect(found[999]).toBe('file l7/l6/l5/l4/l3/l2/l1/l0/f999');
  });

  test('text and links dropped along are left alone; a file without an entry is taken as it is', async () => {
    const items = [
      { kind: 'string', webkitGetAsEntry: () => null, getAsFile: () => null },
      { kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => new File(['x'], 'pasted.png') },
    ];
    const dropped = { items } as unknown as Pick<DataTransfer, 'items'>;
    expect(await summary(collectDroppedFiles(dropped))).toEqual(['file pasted.png']);
  });
});
