import { createHostProbe } from '#lib/createHostProbe.ts';
import type { Finding } from '#lib/Finding.ts';
import { networkOf } from './networkOf.ts';
import type { ExaminationTools, SetUp } from './SetUp.ts';

export interface HostsSeen {
  readonly findings: readonly Finding[];
  /** The names that answer, in order of preference. */
  readonly origins: readonly string[];
}

/** Does anything answer under each of the bucket's names? Asked without reading, which needs nobody's permission. */
export async function checkHosts(
  origins: readonly string[],
  setUp: SetUp,
  tools: ExaminationTools,
): Promise<HostsSeen> {
  const { fetch, isOnline } = tools;
  const probe = createHostProbe({ fetch, cacheMs: 0, ...(isOnline === undefined ? {} : { isOnline }) });
  const states = await Promise.all(
    origins.map(async (origin) => {
      const startedAt = performance.now();
      const state = await probe.probe(origin);
      return { origin, state, milliseconds: Math.round(performance.now() - startedAt) };
    }),
  );
  tools.signal?.throwIfAborted();
  if (states.some(({ state }) => state === 'offline')) {
    return { findings: [{ check: 'hosts', code: 'Offline', severity: 'bad' }], origins: [] };
  }
  const hostsOf = (list: typeof states): string[] => list.map(({ origin }) => new URL(origin).host);
  const up = states.filter(({ state }) => state === 'reachable');
  const down = hostsOf(states.filter(({ state }) => state !== 'reachable'));
  if (await isPortalInTheWay(setUp, tools)) {
    const facts = { hosts: hostsOf(states) };
    return { findings: [{ check: 'hosts', code: 'PortalInTheWay', severity: 'bad', facts }], origins: [] };
  }
  const internal = hostsOf(states).filter((host) => networkOf(host.replace(/:\d+$/, '')) === 'internal');
  const [first] = up;
  if (first === undefined) {
    const code = internal.length > 0 ? 'InternalHost' : 'HostsDown';
    return { findings: [{ check: 'hosts', code, severity: 'bad', facts: { hosts: down } }], origins: [] };
  }
  const network = networkOf(new URL(first.origin).hostname);
  const findings: Finding[] = [];
  if (down.length > 0)
    findings.push({ check: 'hosts', code: 'AliasDown', severity: 'warning', facts: { hosts: down } });
  if (internal.length > 0) {
    findings.push({ check: 'hosts', code: 'InternalHost', severity: 'warning', facts: { hosts: internal } });
  }
  if (findings.length === 0) {
    const facts = {
      hosts: hostsOf(states),
      milliseconds: Math.min(...up.map(({ milliseconds }) => milliseconds)),
      ...(network === undefined ? {} : { network }),
    };
    findings.push({ check: 'hosts', code: 'HostsAnswer', severity: 'good', facts });
  }
  return { findings, origins: up.map(({ origin }) => origin) };
}

/**
 * A sign-in page of the network answers everything, our own host included. The settings were JSON when this page
 * started; a web page in their place is somebody else's.
 */
async function isPortalInTheWay({ pageUrls }: SetUp, { fetch: send, signal }: ExaminationTools): Promise<boolean> {
  const [page] = pageUrls;
  if (page === undefined) return false;
  try {
    const response = await send(new URL('config.json', page), {
      cache: 'no-store',
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      ...(signal ? { signal } : {}),
    });
    return /^\s*<(?:!doctype\s+html|html)/i.test(await response.text());
  } catch {
    return false;
  }
}
