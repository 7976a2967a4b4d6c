import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { HOSTINGS, hostSnippet } from '#config/hostSnippets.ts';
import { parseConfig } from '#config/parseConfig.ts';
import { securityHeaders } from '#config/securityHeaders.ts';

const USAGE = `Usage: npm run headers -- path/to/config.json https://origin-of-the-page [--for ${HOSTINGS.join(' | ')}]`;

/**
 * `npm run headers -- path/to/config.json https://files.example.com --for nginx`: the response headers a host must send
 * with every file of the app, for exactly the hosts this configuration names, plain or as that host takes them.
 */
try {
  const { values, positionals } = parseArgs({ options: { for: { type: 'string' } }, allowPositionals: true });
  const [path, pageOrigin] = positionals;
  const hosting = HOSTINGS.find((each) => each === values.for);
  if (path === undefined || pageOrigin === undefined || (values.for !== undefined && hosting === undefined)) {
    throw new Error(USAGE);
  }
  const config = parseConfig(JSON.parse(readFileSync(path, 'utf8')), new URL(pageOrigin).origin);
  const headers = securityHeaders(config, new URL(pageOrigin).origin);
  if (hosting !== undefined) console.log(hostSnippet(hosting, headers));
  else for (const [name, value] of Object.entries(headers)) console.log(`${name}: ${value}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
