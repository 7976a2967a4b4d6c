import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseConfig } from '#config/parseConfig.ts';
import type { SetUp } from '#diagnosis/SetUp.ts';

export const USAGE = `Usage:
  npm run doctor -- --config path/to/config.json --origin https://files.example.com [--connection media]
  npm run doctor -- --endpoint https://… --bucket media-1250000000 --region ap-guangzhou --origin https://files.example.com

  --origin      where the page is served; the CORS rule must name it
  --page        address of the page, when it is not the origin itself: https://example.com/files/
  --connection  id in config.json; the first one when left out
  --endpoint    instead of --config: where keys come from
  --header      with --endpoint: a header the endpoint demands, "x-beeline: 1"; may be repeated
  --bucket, --region, --prefix
  --host        with --bucket: an origin that serves it, instead of the default domains; may be repeated
  --report      write the report for support to this file`;

export interface DoctorOptions {
  readonly setUp: SetUp;
  readonly report: string | undefined;
}

/**
 * Reads the command line.
 *
 * @throws Error (or `FailureError` naming the field of config.json) with a sentence for whoever typed it
 */
export function doctorOptions(args: readonly string[]): DoctorOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      config: { type: 'string' },
      origin: { type: 'string' },
      page: { type: 'string' },
      connection: { type: 'string' },
      endpoint: { type: 'string' },
      header: { type: 'string', multiple: true, default: [] },
      bucket: { type: 'string' },
      region: { type: 'string' },
      prefix: { type: 'string' },
      host: { type: 'string', multiple: true, default: [] },
      report: { type: 'string' },
    },
  });
  const { origin } = values;
  if (origin === undefined || !URL.canParse(origin)) throw new Error('--origin is missing or no URL.');
  const pageOrigin = new URL(origin).origin;
  if ((values.config === undefined) === (values.endpoint === undefined)) {
    throw new Error('Give either --config or --endpoint with --bucket and --region.');
  }
  const json: unknown =
    values.config === undefined
      ? {
          endpoint: { url: values.endpoint, headers: Object.fromEntries(values.header.map(headerOf)) },
          connections: [
            {
              id: 'typed',
              bucket: values.bucket,
              region: values.region,
              prefix: values.prefix ?? '',
              hosts: values.host,
            },
          ],
        }
      : JSON.parse(readFileSync(values.config, 'utf8'));
  const config = parseConfig(json, pageOrigin);
  const connection = config.connections.find(({ id }) => id === (values.connection ?? id));
  if (connection === undefined) throw new Error(`config.json has no connection ${values.connection ?? ''}.`);
  return {
    setUp: { config, connection, pageOrigin, pageUrls: [new URL(values.page ?? '/', pageOrigin).href] },
    report: values.report,
  };
}

function headerOf(text: string): [string, string] {
  const at = text.indexOf(':');
  if (at < 1) throw new Error(`--header "${text}" is not of the form "name: value".`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
