import { numberedName } from './numberedName.ts';
import { safeFileName } from './safeFileName.ts';

/** Where a key goes below a folder on disk or inside an archive. */
export interface SafePath {
  /** From the top down; may be empty. */
  readonly folders: readonly string[];
  readonly name: string;
  /** It does not read as the key did. */
  readonly isRenamed: boolean;
}

/** Gives each key a path of its own; keeps what it gave, so make one per download. */
export interface PathNamer {
  /** Also for an object whose key ends with `/` and that has bytes. */
  readonly file: (relativeKey: string) => SafePath;
  /** For a key that ends with `/`: the folders down to it. */
  readonly folder: (relativeKey: string) => readonly string[];
  /** The next free name beside this one. */
  readonly another: (path: SafePath) => SafePath;
}

interface Folder {
  /** Names given out, folded as the least discerning file system folds them. */
  readonly taken: Set<string>;
  /** The last number tried for a name, so that 100,000 twins cost no more than ten. */
  readonly numbers: Map<string, number>;
  /** By the name in the key. */
  readonly folders: Map<string, { readonly name: string; readonly folder: Folder }>;
}

/**
 * [Note: Keys are not paths] A key may hold `..`, backslashes, drive letters, device names of Windows and names that
 * differ in case or composition only. Nothing of that may reach a disk: a path is cut at both kinds of slash, `.` and
 * `..` and empty parts are left out, every part is made safe, and of twins the later one gets a number. The same keys
 * in the same order get the same paths, which is what finds finished files again.
 */
export function createPathNamer(): PathNamer {
  const root = emptyFolder();

  const enter = (parts: readonly string[]): { folders: string[]; folder: Folder } => {
    const folders: string[] = [];
    let folder = root;
    for (const part of parts) {
      let inner = folder.folders.get(part);
      if (!inner) {
        inner = { name: takeName(folder, safePart(part)), folder: emptyFolder() };
        folder.folders.set(part, inner);
      }
      folders.push(inner.name);
      ({ folder } = inner);
    }
    return { folders, folder };
  };
  const folderOf = (path: SafePath): Folder => {
    let folder = root;
    for (const name of path.folders) {
      for (const inner of folder.folders.values()) if (inner.name === name) ({ folder } = inner);
    }
    return folder;
  };

  return {
    file: (relativeKey) => {
      const parts = partsOf(relativeKey);
      // The bytes of a folder's own object go into that folder, under the same name.
      const last = (relativeKey.endsWith('/') ? parts.at(-1) : parts.pop()) ?? '';
      const { folders, folder } = enter(parts);
      const name = takeName(folder, safePart(last));
      return { folders, name, isRenamed: [...folders, name].join('/') !== relativeKey };
    },
    folder: (relativeKey) => enter(partsOf(relativeKey)).folders,
    another: (path) => ({ ...path, name: takeName(folderOf(path), path.name), isRenamed: true }),
  };
}

function emptyFolder(): Folder {
  return { taken: new Set(), numbers: new Map(), folders: new Map() };
}

function partsOf(relativeKey: string): string[] {
  return relativeKey.split(/[/\\]/).filter((part) => !['', '.', '..'].includes(part) && !/^[a-z]:$/i.test(part));
}

/** Unlike a single download, which browsers never save under a hidden name, `.gitignore` belongs where it was. */
function safePart(part: string): string {
  return /^\.[^.\s]/.test(part) ? `.${safeFileName(part.slice(1))}` : safeFileName(part);
}

function takeName(folder: Folder, wanted: string): string {
  const base = fold(wanted);
  let number = folder.numbers.get(base) ?? 0;
  let name = number === 0 ? wanted : numberedName(wanted, number);
  while (folder.taken.has(fold(name))) {
    number += 1;
    name = numberedName(wanted, number);
  }
  folder.numbers.set(base, number);
  folder.taken.add(fold(name));
  return name;
}

function fold(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
