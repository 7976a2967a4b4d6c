import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPathNamer } from './createPathNamer.ts';

const place = (keys: readonly string[]): string[] => {
  const namer = createPathNamer();
  return keys.map((key) => {
    const { folders, name } = namer.file(key);
    return [...folders, name].join('/');
  });
};

test.each([
  ['an ordinary path', ['a/b/c.txt', '.git/.env', '报告/🙂.pdf'], ['a/b/c.txt', '.git/.env', '报告/🙂.pdf']],
  ['ways out', ['../../etc/passwd', '/root', '..\\..\\x', 'a/./..//b'], ['etc/passwd', 'root', 'x', 'a/b']],
  ['drives and devices', ['C:\\Windows\\x', 'c:/y', 'NUL', 'com1.txt'], ['Windows/x', 'y', '_NUL', '_com1.txt']],
  ['only dots and slashes', ['..', '//', ''], ['download', 'download (1)', 'download (2)']],
  ['twins', ['A.txt', 'a.TXT', 'a.txt'], ['A.txt', 'a (1).TXT', 'a (2).txt']],
  ['twins by composition', ['caf\u00e9', 'cafe\u0301'], ['caf\u00e9', 'cafe\u0301 (1)']],
  ['a number that is taken', ['a (1)', 'a', 'A'], ['a (1)', 'a', 'A (2)']],
  ['a file and a folder', ['a', 'a/b', 'A/c', 'a/d'], ['a', 'a (1)/b', 'A (2)/c', 'a (1)/d']],
  ['a folder with bytes of its own', ['a/', 'a/b', 'a/a', 'c/d/'], ['a/a', 'a/b', 'a/a (1)', 'c/d/d']],
  ['the same path by another key', ['a/b', 'a//b', 'a\\b'], ['a/b', 'a/b (1)', 'a/b (2)']],
])('%s', (_what, keys, paths) => {
  expect(place(keys)).toEqual(paths);
});

test('a folder that is named before and after its files is one', () => {
  const namer = createPathNamer();
  expect(namer.folder('X/y/')).toEqual(['X', 'y']);
  expect(namer.file('X/y/z').folders).toEqual(['X', 'y']);
  expect(namer.folder('x/')).toEqual(['x (1)']);
});

test('another name beside a path is free and stays free', () => {
  const namer = createPathNamer();
  const path = namer.file('a/b.txt');
  expect(namer.another(path)).toMatchObject({ folders: ['a'], name: 'b (1).txt', isRenamed: true });
  expect(namer.file('a/b (1).txt').name).toBe('b (1) (1).txt');
});

test('tells what does not read as the key did', () => {
  const namer = createPathNamer();
  expect(['a/b', 'a:b', 'A', '/c'].map((key) => namer.file(key).isRenamed)).toEqual([false, true, true, true]);
});

test('any keys get paths of their own that stay inside, whatever the file system folds', () => {
  const part = fc.oneof(fc.constantFrom('..', '.', '', 'a', 'A', 'con', 'C:', '\u00e9', 'e\u0301'), fc.string());
  const key = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 30 }), (keys) => {
      const paths = place(keys);
      for (const path of paths) {
        // oxlint-disable-next-line no-control-regex -- these are the characters it is about
        expect(path).not.toMatch(/(^|\/)(\.{0,2}|con)(\/|$)|[\\:\u0000-\u001f]/i);
      }
      expect(new Set(paths.map((path) => path.normalize('NFC').toLowerCase())).size).toBe(keys.length);
    }),
    { numRuns: 300 },
  );
});
