import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from 'vite';
import { projectRoot } from './projectRoot.ts';

/**
 * `npm run rebuild:check`: builds here and in a copy of the sources in another folder, and compares every byte. What
 * differs would hide what was slipped into a build.
 */
const scratch = mkdtempSync(join(tmpdir(), 'beeline-rebuild-'));
try {
  const copy = join(scratch, 'a folder with another name');
  for (const path of execFileSync('git', ['ls-files', '-z'], { cwd: projectRoot, encoding: 'utf8' }).split('\0')) {
    if (path !== '') cpSync(join(projectRoot, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'));
  const here = join(scratch, 'first');
  const there = join(scratch, 'second');
  await build({ root: projectRoot, logLevel: 'error', build: { outDir: here, emptyOutDir: true } });
  const [vite, ...args] = [
    'node_modules/vite/bin/vite.js',
    'build',
    '--logLevel',
    'error',
    '--emptyOutDir',
    '--outDir',
    there,
  ];
  execFileSync(process.execPath, [join(projectRoot, vite), ...args], { cwd: copy, stdio: 'inherit' });
  const [first, second] = [hashes(here), hashes(there)];
  const differing = [...new Set([...first.keys(), ...second.keys()])].filter(
    (path) => first.get(path) !== second.get(path),
  );
  for (const path of differing) console.log(`differs: ${path}`);
  const whole = createHash('sha256')
    .update(JSON.stringify([...first]))
    .digest('hex');
  console.log(
    differing.length === 0
      ? `${first.size} files, byte for byte the same twice. Together: sha256 ${whole}`
      : `${differing.length} of ${first.size} files differ.`,
  );
  process.exitCode = differing.length === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true });
}

/** SHA-256 of every file, by its path. */
function hashes(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const all = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  const paths = all.filter((path) => !relative(folder, path).startsWith('.'));
  return new Map(
    paths.map((path) => [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}
