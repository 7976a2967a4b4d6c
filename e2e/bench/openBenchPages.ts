import { join } from 'node:path';
import { build } from 'vite';
import { createCredentialsEndpoint } from '../credentials-endpoint.ts';
import { appConfig } from '../setup/appConfig.ts';
import { localCaller } from '../setup/localCaller.ts';
import { projectRoot } from '../setup/projectRoot.ts';
import { serveApp } from '../setup/serveApp.ts';
import { BENCH_BUCKET, EmulatorProcess, type Line } from './EmulatorProcess.ts';

export interface BenchPages {
  readonly origin: string;
  readonly emulator: EmulatorProcess;
  close(): Promise<void>;
}

let built: Promise<string> | undefined;

/** The bench's page under the app's own headers, and a local COS at the end of this line. */
export async function openBenchPages(line: Line): Promise<BenchPages> {
  const app = await serveApp({ folder: await (built ??= buildPage()), port: 0 });
  const emulator = await EmulatorProcess.start(app.origin, line);
  const { name: bucket, region } = BENCH_BUCKET;
  app.setConfig(appConfig({ bucket, region, hosts: emulator.origins }));
  app.setEndpoint(
    createCredentialsEndpoint({
      bucket,
      region,
      allowedOrigins: [app.origin],
      authenticate: localCaller(),
      issuer: emulator.issue,
    }),
  );
  return {
    origin: app.origin,
    emulator,
    close: async () => {
      await Promise.all([app.close(), emulator.close()]);
    },
  };
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
      modulePreload: { polyfill: false },
    },
    worker: { format: 'es' },
  });
  return folder;
}
