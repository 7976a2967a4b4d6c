import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { projectRoot } from './projectRoot.ts';

const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'tsconfig.json'];

/** A build that is not the one that ships. */
export interface OtherBuild {
  /** Its folder, from the root of the project. */
  readonly folder: string;
  readonly plugins: readonly Plugin[];
  /** What it is made of besides the app. */
  readonly sources: readonly string[];
}

/**
 * Builds the app unless the last build is newer than every source.
 *
 * @returns The folder with the build.
 */
export async function buildIfStale(say: (message: string) => void, other?: OtherBuild): Promise<string> {
  const folder = join(projectRoot, other?.folder ?? 'dist');
  const built = timeOf(join(folder, '.vite/manifest.json'));
  const sources = [...SOURCES, ...(other?.sources ?? [])];
  const changed = Math.max(...sources.map((source) => newest(join(projectRoot, source))));
  if (built <= changed) {
    say('Building the app…');
    await build({
      root: projectRoot,
      logLevel: 'error',
      plugins: [...(other?.plugins ?? [])],
      build: { outDir: folder, emptyOutDir: true },
    });
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
