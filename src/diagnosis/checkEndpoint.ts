import { askEndpoint } from '#credentials/askEndpoint.ts';
import type { CredentialsPurpose, TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { createHostProbe, type HostProbe } from '#lib/createHostProbe.ts';
import { toFailure } from '#lib/Failure.ts';
import type { Finding } from '#lib/Finding.ts';
import type { Prober } from './prober.ts';
import type { ExaminationTools, SetUp } from './SetUp.ts';

export interface EndpointSeen {
  readonly findings: readonly Finding[];
  readonly browse?: TemporaryCredentials;
  /** Absent when the endpoint gives this person none: they may only look. */
  readonly upload?: TemporaryCredentials;
}

/** Keys that end sooner than this interrupt every longer transfer. */
const SHORT_SECONDS = 300;
/** Keys that end sooner than this are renewed more often than they are used. */
const TOO_SHORT_SECONDS = 60;
/** Longer than STS lets any sub-account's keys live (COS documentation 1312/48195). */
const LONG_SECONDS = 36 * 3600;

/** Asks the endpoint once for each purpose, past everything the app remembers. */
export async function checkEndpoint(
  setUp: SetUp,
  tools: ExaminationTools,
  prober: Prober,
  clock: ServerClock,
): Promise<EndpointSeen> {
  const { config, connection } = setUp;
  const { endpoint } = config;
  if (connection.access === 'anonymous' || endpoint === undefined) {
    return { findings: [{ check: 'endpoint', code: 'EndpointNotNeeded', severity: 'good' }] };
  }
  const { bucket, region, prefix } = connection;
  const probe = probeBesides(setUp.pageOrigin, tools);
  const ask = async (purpose: CredentialsPurpose): Promise<TemporaryCredentials> => {
    const startedAt = performance.now();
    const at = new Date(tools.now()).toISOString();
    const record = (status: number | undefined, outcome: 'answer' | 'unreachable', code?: string): void =>
      prober.note({
        at,
        operation: `Credentials ${purpose}`,
        method: endpoint.method,
        host: new URL(endpoint.url).host,
        milliseconds: Math.round(performance.now() - startedAt),
        outcome,
        ...(status === undefined ? {} : { status }),
        ...(code === undefined ? {} : { code }),
      });
    try {
      const keys = await askEndpoint({ bucket, region, prefix, purpose }, { endpoint, fetch: tools.fetch, probe });
      record(200, 'answer');
      clock.bound?.(keys.issuedAt, keys.expiresAt);
      return keys;
    } catch (error) {
      const { status, code } = toFailure(error);
      record(status, status === undefined ? 'unreachable' : 'answer', code);
      throw error;
    }
  };
  try {
    const browse = await ask('browse');
    const upload = await ask('upload').catch(() => undefined);
    const findings: Finding[] = [{ check: 'endpoint', code: 'EndpointAnswers', severity: 'good' }];
    return { findings, browse, ...(upload ? { upload } : {}) };
  } catch (error) {
    tools.signal?.throwIfAborted();
    const failure = toFailure(error);
    return { findings: [{ check: 'endpoint', code: 'EndpointFails', severity: 'bad', failure }] };
  }
}

/** The page's own origin needs nobody's permission, so a request that died there met a server that is down. */
function probeBesides(pageOrigin: string, { fetch, isOnline }: ExaminationTools): HostProbe {
  const probe = createHostProbe({ fetch, ...(isOnline === undefined ? {} : { isOnline }) });
  return {
    probe: async (origin) => {
      const state = await probe.probe(origin);
      return state === 'reachable' && origin === pageOrigin ? 'unreachable' : state;
    },
  };
}

/** How long the keys live, by the bucket's clock. */
export function checkKeys(keys: TemporaryCredentials | undefined, clock: ServerClock): Finding {
  if (keys === undefined) return { check: 'keys', code: 'KeysUnknown', severity: 'unknown' };
  const seconds = Math.ceil((keys.expiresAt.getTime() - clock.now()) / 1000);
  if (seconds <= 0) return { check: 'keys', code: 'KeysOver', severity: 'bad' };
  const facts = { seconds };
  if (seconds < SHORT_SECONDS) {
    return { check: 'keys', code: 'KeysShort', severity: seconds < TOO_SHORT_SECONDS ? 'bad' : 'warning', facts };
  }
  if (seconds > LONG_SECONDS) return { check: 'keys', code: 'KeysLong', severity: 'warning', facts };
  return { check: 'keys', code: 'KeysLive', severity: 'good', facts };
}
