import COS from 'cos-nodejs-sdk-v5';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseConfig } from '#config/parseConfig.ts';
import { buildIfStale } from '../setup/buildIfStale.ts';
import { deployTo } from './deployTo.ts';

const USAGE = `Usage: COS_SECRET_ID=… COS_SECRET_KEY=… npm run deploy -- \\
  --bucket site-1250000000 --region ap-guangzhou --config path/to/config.json --origin https://files.example.com [--prefix app/]

  --config  the settings of this deployment; checked before anything is uploaded
  --origin  where the site will be served
  --prefix  a folder of the bucket, when the site is not at its root`;

/** `npm run deploy`: builds, checks the configuration, and uploads the site to a bucket, `index.html` last. */
try {
  const { values } = parseArgs({
    options: {
      bucket: { type: 'string' },
      region: { type: 'string' },
      config: { type: 'string' },
      origin: { type: 'string' },
      prefix: { type: 'string', default: '' },
    },
  });
  const { bucket, region, config: path, origin, prefix } = values;
  const { COS_SECRET_ID: SecretId, COS_SECRET_KEY: SecretKey } = process.env;
  if (!bucket || !region || !path || !origin) throw new Error(`Something is missing.\n\n${USAGE}`);
  if (!SecretId || !SecretKey) throw new Error(`COS_SECRET_ID and COS_SECRET_KEY are not set.\n\n${USAGE}`);
  if (prefix !== '' && (!prefix.endsWith('/') || prefix.startsWith('/')))
    throw new Error('--prefix must look like app/.');
  const config = readFileSync(path, 'utf8');
  parseConfig(JSON.parse(config), new URL(origin).origin);
  const folder = await buildIfStale(console.log);
  const cos = new COS({ SecretId, SecretKey });
  const { uploaded, unchanged } = await deployTo({ cos, bucket, region, prefix, folder, config, say: console.log });
  console.log(`${uploaded} uploaded, ${unchanged} unchanged. The page is ${prefix}index.html.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
