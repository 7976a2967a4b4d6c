import { createCredentialsEndpoint } from '../credentials-endpoint.ts';
import { tencentStsIssuer } from '../credentials/tencentStsIssuer.ts';
import { appConfig, type AppConfig } from './appConfig.ts';
import { localCaller } from './localCaller.ts';
import { ENDPOINT_PATH } from './serveApp.ts';
import type { WebHandler } from './webHandler.ts';

/** Where the app's bytes and keys come from. */
export interface Backend {
  readonly config: AppConfig;
  readonly endpoint: WebHandler;
  close(): Promise<void>;
}

/** A real bucket, from the environment. */
export interface TencentCosSettings {
  readonly secretId: string;
  readonly secretKey: string;
  readonly bucket: string;
  readonly region: string;
  /** Optional: people see and reach only what is below it. */
  readonly prefix: string;
}

/**
 * Reads COS_SECRET_ID, COS_SECRET_KEY, COS_BUCKET, COS_REGION and COS_PREFIX.
 *
 * @returns Undefined when none is set.
 * @throws When some are set and others are missing.
 */
export function tencentCosSettings(env: NodeJS.ProcessEnv): TencentCosSettings | undefined {
  const names = ['COS_SECRET_ID', 'COS_SECRET_KEY', 'COS_BUCKET', 'COS_REGION'] as const;
  const missing = names.filter((name) => !env[name]);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0) throw new Error(`To use a real bucket, set ${missing.join(', ')} as well.`);
  const prefix = env['COS_PREFIX'] ?? '';
  if (prefix !== '' && !prefix.endsWith('/')) throw new Error('COS_PREFIX must end with /.');
  const value = (name: (typeof names)[number]): string => env[name] ?? '';
  return {
    secretId: value('COS_SECRET_ID'),
    secretKey: value('COS_SECRET_KEY'),
    bucket: value('COS_BUCKET'),
    region: value('COS_REGION'),
    prefix,
  };
}

/** The same app against a real bucket. The permanent key stays in this process; the page gets keys from STS. */
export function startTencentCos(
  { secretId, secretKey, bucket, region, prefix }: TencentCosSettings,
  appOrigins: readonly string[],
  say: (message: string) => void,
): Backend {
  const [page = ''] = appOrigins;
  const place = `--bucket ${bucket} --region ${region}${prefix === '' ? '' : ` --prefix ${prefix}`} --origin ${page}`;
  say(`Using the bucket ${bucket} in ${region}.`);
  say(`  Its CORS rule and the policy of its key:  npm run rules -- ${place}`);
  say(
    `  When something does not work:             npm run doctor -- --endpoint ${page}${ENDPOINT_PATH} --header "x-beeline: 1" ${place}`,
  );
  return {
    config: appConfig({ bucket, region, prefix, hosts: [] }),
    endpoint: createCredentialsEndpoint({
      bucket,
      region,
      allowedOrigins: appOrigins,
      authenticate: localCaller(prefix),
      issuer: tencentStsIssuer({ secretId, secretKey, region }),
      log: say,
    }),
    close: async () => undefined,
  };
}
