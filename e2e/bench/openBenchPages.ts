import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../setup/projectRoot.ts';
import type { EmulatorProcess, Line } from './EmulatorProcess.ts';
import { serveWithBucket } from './serveWithBucket.ts';

export interface BenchPages {
  readonly origin: string;
  readonly emulator: EmulatorProcess;
  readonly close: () => Promise<void>;
}

let built: Promise<string> | undefined;

/** The bench's page under the app's own headers, and a local COS at the end of this line. */
export async function openBenchPages(line: Line): Promise<BenchPages> {
  const { app, emulator, close } = await serveWithBucket(await (built ??= buildPage()), line);
  return { origin: app.origin, emulator, close };
}

async function buildPage(): Promise<string> {
  const folder = join(projectRoot, '.beeline/bench-page');
  await build({
    root: join(projectRoot, 'e2e/bench/page'),
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      minify: !process.argv.includes('--timeline'),
      modulePreload: { polyfill: false },
    },
    worker: { format: 'es' },
  });
  return folder;
}
