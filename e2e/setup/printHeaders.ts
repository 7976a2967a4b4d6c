import { readFileSync } from 'node:fs';
import { parseConfig } from '#config/parseConfig.ts';
import { securityHeaders } from '#config/securityHeaders.ts';

/**
 * `npm run headers -- path/to/config.json https://files.example.com`: the response headers a host must send with every
 * file of the app, for exactly the hosts this configuration names.
 */
const [path, pageOrigin] = process.argv.slice(2);
if (path === undefined || pageOrigin === undefined) {
  console.error('Usage: npm run headers -- path/to/config.json https://origin-of-the-page');
  process.exit(2);
}
const config = parseConfig(JSON.parse(readFileSync(path, 'utf8')), pageOrigin);
for (const [name, value] of Object.entries(securityHeaders(config, pageOrigin))) console.log(`${name}: ${value}`);
