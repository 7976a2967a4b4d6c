import COS from 'cos-nodejs-sdk-v5';
import type { CredentialsIssuer } from '../credentials/CredentialsIssuer.ts';
import { tencentStsIssuer } from '../credentials/tencentStsIssuer.ts';

/** A bucket that tests may use a corner of. */
export interface LiveTarget {
  readonly bucket: string;
  readonly region: string;
  /** Empty: the default domains. */
  readonly hosts: readonly string[];
  readonly issuer: CredentialsIssuer;
  /** The vendor's own client, with the permanent key: puts things there behind our back, and cleans up. */
  readonly vendor: COS;
  readonly fetch: typeof fetch;
}

const NAMES = ['COS_LIVE_SECRET_ID', 'COS_LIVE_SECRET_KEY', 'COS_LIVE_BUCKET', 'COS_LIVE_REGION'] as const;

/** What to say where there is none. */
export const NO_LIVE_TARGET = `set ${NAMES.join(', ')} to run against a real bucket`;

/**
 * The real bucket of the environment; undefined when none is named.
 *
 * @throws Error when some of the variables are set and others are not
 */
export function liveTarget(env: NodeJS.ProcessEnv): LiveTarget | undefined {
  const missing = NAMES.filter((name) => !env[name]);
  if (missing.length === NAMES.length) return undefined;
  if (missing.length > 0) throw new Error(`For the live suite, set ${missing.join(', ')} as well.`);
  const [secretId = '', secretKey = '', bucket = '', region = ''] = NAMES.map((name) => env[name]);
  return {
    bucket,
    region,
    hosts: [],
    issuer: tencentStsIssuer({ secretId, secretKey, region }),
    vendor: new COS({ SecretId: secretId, SecretKey: secretKey }),
    fetch,
  };
}
