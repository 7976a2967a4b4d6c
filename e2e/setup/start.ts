import { parseArgs } from 'node:util';
import { buildIfStale } from './buildIfStale.ts';
import { devPages } from './devPages.ts';
import { onFirstFreePort } from './onFirstFreePort.ts';
import { serveApp } from './serveApp.ts';
import { startLocalCos } from './startLocalCos.ts';
import { startTencentCos, tencentCosSettings } from './startTencentCos.ts';

/**
 * `npm start`: the app, a bucket and the endpoint that gives keys for it, at one address. With COS_SECRET_ID and its
 * companions set, the bucket is a real one; otherwise it is a local COS. `--dev` serves through Vite's development
 * server.
 *
 * Ports: `--port` or BEELINE_PORT (4173), `--cos-port` or BEELINE_COS_PORT (9000); the next free one when taken.
 */
const { values } = parseArgs({
  options: { dev: { type: 'boolean' }, port: { type: 'string' }, 'cos-port': { type: 'string' } },
});
const say = (message: string): void => console.log(message);
const port = Number(values.port ?? process.env['BEELINE_PORT'] ?? 4173);
const cosPort = Number(values['cos-port'] ?? process.env['BEELINE_COS_PORT'] ?? 9000);

try {
  const settings = tencentCosSettings(process.env);
  const dev = values.dev ? await devPages() : undefined;
  const folder = dev ? '' : await buildIfStale(say);
  const app = await onFirstFreePort(
    port,
    (free) => serveApp({ folder, port: free, ...(dev ? { pages: dev.pages } : {}) }),
    say,
  );
  const origins = [app.origin, app.origin.replace('localhost', '127.0.0.1')];
  const backend = settings ? startTencentCos(settings, origins, say) : await startLocalCos(origins, cosPort, say);
  app.setConfig(backend.config);
  app.setEndpoint(backend.endpoint);

  say(`\n  Beeline is ready:  ${app.origin}\n\n  Ctrl+C stops it.`);

  const stop = (): void => {
    void Promise.all([app.close(), backend.close(), dev?.close()]).finally(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // Not only the exit code: what was already started would keep the process alive.
  process.exit(1);
}
