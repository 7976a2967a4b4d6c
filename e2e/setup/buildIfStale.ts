import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from './projectRoot.ts';

const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'tsconfig.json'];

/**
 * Builds the app unless the last build is newer than every source.
 *
 * @returns The folder with the build.
 */
export async function buildIfStale(say: (message: string) => void): Promise<string> {
  const folder = join(projectRoot, 'dist');
  const built = timeOf(join(folder, '.vite/manifest.json'));
  const changed = Math.max(...SOURCES.map((source) => newest(join(projectRoot, source))));
  if (built <= changed) {
    say('Building the app…');
    await build({ root: projectRoot, logLevel: 'error' });
  }
  return folder;
}

function newest(path: string): number {
  const own = timeOf(path);
  const below = statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(path).map((name) => newest(join(path, name)))
    : [];
  return Math.max(own, ...below);
}

/** Milliseconds since 1970, or 0 when there is no such file. */
function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
