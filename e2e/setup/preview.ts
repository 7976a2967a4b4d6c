import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './buildIfStale.ts';
import { onFirstFreePort } from './onFirstFreePort.ts';
import { serveApp } from './serveApp.ts';

/** `npm run preview`: the production build with its own `config.json`, under the headers a host should send. */
const folder = await buildIfStale(console.log);
const app = await onFirstFreePort(4173, (port) => serveApp({ folder, port }), console.log);
app.setConfig(JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')));
console.log(`\n  ${app.origin}\n\n  Ctrl+C stops it.`);
process.once('SIGINT', () => void app.close().finally(() => process.exit(0)));
