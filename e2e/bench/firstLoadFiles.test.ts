import { expect, test } from 'vitest';
import { firstLoadFiles } from './firstLoadFiles.ts';

test('static imports count, also shared and circular ones; lazy chunks and styles do not', () => {
  const manifest = {
    'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_a.js', '_b.js'] },
    '_a.js': { file: 'assets/a.js', imports: ['_b.js'] },
    '_b.js': { file: 'assets/b.js', imports: ['_a.js'] },
    'src/lazy.ts': { file: 'assets/lazy.js', imports: ['_a.js'] },
    'src/style.css': { file: 'assets/style.css', isEntry: true },
  };
  expect(firstLoadFiles(manifest).toSorted()).toEqual(['assets/a.js', 'assets/b.js', 'assets/index.js']);
});
