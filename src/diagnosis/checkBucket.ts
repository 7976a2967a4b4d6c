import { bucketOrigins } from '#config/bucketOrigins.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { Finding } from '#lib/Finding.ts';
import { areKeysRefused, type ProbeAnswer, type ProbeOutcome } from './prober.ts';
import type { Visit } from './Visit.ts';

type ListVisit = Pick<Visit, 'setUp' | 'prober' | 'keys'>;

/** Lists a few objects, with keys where there are some. */
export async function listOnce(origin: string, { setUp, prober, keys }: ListVisit): Promise<ProbeOutcome> {
  const { prefix } = setUp.connection;
  const request = {
    operation: 'GetBucket',
    method: 'GET',
    query: { prefix, 'max-keys': '20', 'encoding-type': 'url' },
  } as const;
  const first = await prober.ask(origin, request, keys.browse);
  // One lost connection is no verdict. And a refusal puts a wrong clock right, so the second answer tells the rest.
  const isWorthAnother = first.type !== 'answer' || areKeysRefused(first);
  return isWorthAnother ? prober.ask(origin, request, keys.browse) : first;
}

/** What an answer to a listing says about the bucket. */
export function judgeListing(answer: ProbeAnswer, connection: Connection): Finding {
  if (answer.isWebPage) {
    const hosts = bucketOrigins(connection).map((origin) => new URL(origin).host);
    return { check: 'hosts', code: 'PortalInTheWay', severity: 'bad', facts: { hosts } };
  }
  if (answer.code === 'NoSuchBucket') return { check: 'bucket', code: 'BucketMissing', severity: 'bad' };
  const isOnlyDenied = answer.code === 'AccessDenied' && !areKeysRefused(answer);
  if (answer.status === 200 || isOnlyDenied) return { check: 'bucket', code: 'BucketThere', severity: 'good' };
  const requestId = answer.headers.get('x-cos-request-id');
  return {
    check: 'bucket',
    code: 'BucketRefuses',
    severity: 'bad',
    failure: {
      kind: 'service',
      code: answer.code ?? `Status${answer.status}`,
      message: answer.message ?? `Answered ${answer.status}`,
      status: answer.status,
      ...(requestId === null ? {} : { requestId }),
      facts: { bucket: connection.bucket, region: connection.region, operation: 'GetBucket' },
    },
  };
}
