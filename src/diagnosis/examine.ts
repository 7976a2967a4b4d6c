import { bucketOrigins } from '#config/bucketOrigins.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import { listOnce } from './checkBucket.ts';
import { checkEndpoint } from './checkEndpoint.ts';
import { checkHosts } from './checkHosts.ts';
import { checkPage } from './checkPage.ts';
import { examineHidden } from './examineHidden.ts';
import { examineReadable } from './examineReadable.ts';
import { CHECKS, type CheckName, type Finding, type FindingCode } from '#lib/Finding.ts';
import type { Examination } from './Examination.ts';
import { createProber, type ProbeOutcome } from './prober.ts';
import type { ExaminationTools, SetUp } from './SetUp.ts';
import type { Visit } from './Visit.ts';

export interface Watcher {
  /** This is being looked at now. */
  onCheck(check: CheckName): void;
  /** Everything found so far. */
  onFindings(findings: readonly Finding[]): void;
}

/**
 * Looks at one connection from end to end and says what is there and what is not. Nothing of anybody's is changed: see
 * `[Note: Rights are tried without touching an object]`.
 *
 * What stands behind something that fails is reported as unknown, so that the first bad finding is the one to mend.
 *
 * @throws the reason of `tools.signal`; anything else is a mistake of ours
 */
export async function examine(setUp: SetUp, tools: ExaminationTools, watcher: Watcher): Promise<Examination> {
  const { connection } = setUp;
  const clock = createServerClock({ now: tools.now });
  const prober = createProber(tools, clock);
  const findings: Finding[] = [];
  const begin = (check: CheckName): void => {
    tools.signal?.throwIfAborted();
    watcher.onCheck(check);
  };
  const report = (...found: readonly Finding[]): void => {
    findings.push(...found);
    watcher.onFindings([...findings]);
  };

  begin('page');
  report(await checkPage(setUp, tools));
  begin('hosts');
  const hosts = await checkHosts(bucketOrigins(connection), setUp, tools);
  report(...hosts.findings);
  begin('endpoint');
  const keys = await checkEndpoint(setUp, tools, prober, clock);
  report(...keys.findings);

  if (hosts.origins.length > 0) {
    begin('bucket');
    const { origin, listed, closed } = await firstReadable(hosts.origins, { setUp, prober, keys });
    if (closed.length > 0)
      report({ check: 'hosts', code: 'AliasClosed', severity: 'warning', facts: { hosts: closed } });
    const randomKey = (): string => `${connection.prefix}${tools.randomName()}`;
    const visit: Visit = { setUp, tools, origin, clock, prober, keys, randomKey, begin, report };
    await (listed.type === 'answer' ? examineReadable(visit, listed) : examineHidden(visit));
  }
  const looked = new Set(findings.map(({ check }) => check));
  const isWithoutKeys = connection.access === 'anonymous';
  const left = CHECKS.filter((check) => !looked.has(check) && !(check === 'keys' && isWithoutKeys));
  report(...left.flatMap(unknown));
  return { findings, requests: prober.records };
}

/**
 * Asks every name. The first whose answer can be read serves the rest of the examination; `closed` are those that keep
 * this page out while another lets it in.
 */
async function firstReadable(
  origins: readonly string[],
  visit: Pick<Visit, 'setUp' | 'prober' | 'keys'>,
): Promise<{ origin: string; listed: ProbeOutcome; closed: readonly string[] }> {
  const asked: { origin: string; listed: ProbeOutcome }[] = [];
  for (const origin of origins) asked.push({ origin, listed: await listOnce(origin, visit) });
  const open = asked.find(({ listed }) => listed.type === 'answer');
  const closed = open ? asked.filter(({ listed }) => listed.type !== 'answer') : [];
  const { origin, listed } = open ?? asked[0] ?? { origin: '', listed: { type: 'unreachable' } as const };
  return { origin, listed, closed: closed.map((each) => new URL(each.origin).host) };
}

/** Why nothing is known: what it needs was not there. */
function unknown(check: CheckName): Finding[] {
  const code = UNKNOWN[check];
  return code === undefined ? [] : [{ check, code, severity: 'unknown' }];
}

const UNKNOWN: Partial<Record<CheckName, FindingCode>> = {
  keys: 'KeysUnknown',
  bucket: 'BucketHidden',
  clock: 'ClockUnknown',
  cors: 'CorsUnknown',
  permissions: 'PermissionsUnknown',
  speed: 'SpeedUnknown',
};
