import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/**
 * The picture of the architecture as a table: folder -> folders it may import. Everything may import the floor
 * rows listed for it; nothing may import upwards or sideways. A new arrow is a decision: change the picture in
 * README.md with it.
 */
const FLOOR = ['lib'];
const SERVICE = ['cos', 'credentials', 'config', 'files', ...FLOOR];
const MACHINERY = ['listing', 'operations', 'links', 'transfers', 'diagnosis', ...SERVICE];
const SCREEN = [...MACHINERY, 'viewers', 'ui', 'text'];
const ALLOWED: Record<string, readonly string[]> = {
  lib: [],
  text: FLOOR,
  ui: ['text', ...FLOOR],
  files: FLOOR,
  viewers: FLOOR,
  config: FLOOR,
  credentials: ['config', ...FLOOR],
  cos: ['credentials', 'config', ...FLOOR],
  listing: SERVICE,
  operations: SERVICE,
  links: SERVICE,
  transfers: SERVICE,
  diagnosis: SERVICE,
  'bucket-browser': SCREEN,
  'object-preview': SCREEN,
  'upload-dialogs': SCREEN,
  'share-dialog': SCREEN,
  'recipient-pages': SCREEN,
  'transfer-panel': SCREEN,
  'setup-doctor': SCREEN,
  'connect-form': SCREEN,
  'link-tools': SCREEN,
};
const EVERY_ROOM = Object.keys(ALLOWED);

const srcFolder = dirname(fileURLToPath(import.meta.url));
const root = dirname(srcFolder);

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Import specifiers of a file, static and dynamic; a Vite suffix such as `?worker&url` is dropped. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)['"]([^'"]+)['"]/gm);
  return [...found].map((match) => (match[1] ?? '').replace(/\?.*$/, ''));
}

function roomOf(file: string): string {
  const path = relative(srcFolder, file);
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

const files = sourceFiles(srcFolder);

describe('architecture', () => {
  test('every folder of src is a room of the picture', () => {
    const rooms = new Set(files.map(roomOf).filter((room) => room !== ''));
    expect([...rooms].filter((room) => room !== 'app' && !EVERY_ROOM.includes(room))).toEqual([]);
  });

  test('arrows between rooms point down', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const from = roomOf(file);
      if (from === '' || from === 'app') continue;
      for (const specifier of importsOf(file)) {
        if (!specifier.startsWith('#')) continue;
        const to = specifier.slice(1).split('/')[0] ?? '';
        if (to === from) wrong.push(`${relative(root, file)}: import a neighbour as ./…, not ${specifier}`);
        else if (!ALLOWED[from]?.includes(to)) wrong.push(`${relative(root, file)} -> ${specifier}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a neighbour is ./…, another room is #room/…, and src stays inside src', () => {
    const wrong: string[] = [];
    for (const file of files) {
      for (const specifier of importsOf(file)) {
        if (!specifier.startsWith('.')) continue;
        const target = resolve(dirname(file), specifier);
        if (!target.startsWith(srcFolder + '/') || (roomOf(target) !== roomOf(file) && roomOf(file) !== '')) {
          wrong.push(`${relative(root, file)} -> ${specifier}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('only cos imports the vendor SDK', () => {
    const importers = files.filter((file) => importsOf(file).some((specifier) => specifier.startsWith('cos-')));
    expect(importers.map((file) => relative(root, file)).filter((file) => !file.startsWith('src/cos/'))).toEqual([]);
  });

  test('the engine and everything under it know neither React nor the screens', () => {
    const withoutReact = new Set([
      'transfers',
      'operations',
      'listing',
      'links',
      'diagnosis',
      'cos',
      'credentials',
      'config',
      'lib',
    ]);
    const wrong = files.filter(
      (file) => withoutReact.has(roomOf(file)) && importsOf(file).some((s) => s === 'react' || s.startsWith('react-')),
    );
    expect(wrong.map((file) => relative(root, file))).toEqual([]);
  });

  test('the emulator never imports from src', () => {
    const emulator = sourceFiles(join(root, 'e2e/emulator'));
    const wrong = emulator.filter((file) =>
      importsOf(file).some((s) => s.startsWith('#') || resolve(dirname(file), s).startsWith(srcFolder + '/')),
    );
    expect(wrong.map((file) => relative(root, file))).toEqual([]);
  });

  test('no barrels', () => {
    expect(files.filter((file) => /\/index\.tsx?$/.test(file)).map((file) => relative(root, file))).toEqual([]);
  });

  test('no file imports itself through others', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .map((s) =>
            s.startsWith('#') ? join(srcFolder, s.slice(1)) : s.startsWith('.') ? resolve(dirname(file), s) : '',
          )
          .filter((target) => target !== ''),
      ]),
    );
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: string[]): void => {
      const at = path.indexOf(file);
      if (at >= 0) {
        cycles.push([...path.slice(at), file].map((f) => relative(root, f)).join(' -> '));
        return;
      }
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });
});
