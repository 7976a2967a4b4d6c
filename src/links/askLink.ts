import { bucketOrigins } from '#config/bucketOrigins.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { optionalText, parseXml } from '#cos/xml.ts';
import type { HostProbe } from '#lib/createHostProbe.ts';
import { plainText } from '#lib/plainText.ts';
import { readLimitedText } from '#lib/readLimitedText.ts';
import type { LinkAnswer } from './explainAnswer.ts';
import type { LinkFacts } from './LinkFacts.ts';

export interface AskLinkOptions {
  readonly connections: readonly Pick<Connection, 'bucket' | 'region' | 'hosts'>[];
  /** Milliseconds since 1970 by the bucket's clock. */
  readonly now: () => number;
  readonly probe: HostProbe;
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal;
}

/** Error bodies are small (COS documentation 7730). */
const MOST_ERROR_BYTES = 64 * 1024;

/**
 * Opens a link as anybody would, for its first byte, with nothing but what stands in it.
 *
 * [Note: Only listed hosts are asked] A link can name any host, so a foreign one is read and never opened: nothing tells
 * somebody else's server that a person looked at it. The addresses tried for a host that does not fit are the
 * deployment's own as well.
 *
 * @throws the signal's reason
 */
export async function askLink(facts: LinkFacts, options: AskLinkOptions): Promise<LinkAnswer> {
  const { connections, now, signal } = options;
  const at = (): Date => new Date(now());
  const own = connections.find((connection) => bucketOrigins(connection).includes(facts.origin));
  const isSame = URL.canParse(facts.url) && new URL(facts.url).origin === facts.origin;
  if (own === undefined || !isSame || facts.operation !== 'read' || facts.flaws.includes('unsafeKey')) {
    return { type: 'notAsked', at: at() };
  }
  try {
    const answer = await open(facts.url, at, options);
    if (answer.code !== 'SignatureDoesNotMatch' || facts.signature?.headers.includes('host') !== true) return answer;
    const rest = facts.url.slice(facts.url.indexOf('/', 'https://'.length));
    for (const origin of bucketOrigins(own)) {
      if (origin === facts.origin) continue;
      const other = await open(origin + rest, at, options).catch(() => undefined);
      if (other !== undefined && other.status < 300) return { ...answer, worksAt: origin };
    }
    return answer;
  } catch {
    signal?.throwIfAborted();
    const state = await options.probe.probe(facts.origin);
    return { type: state === 'reachable' ? 'hidden' : 'silent', at: at() };
  }
}

type Answered = Extract<LinkAnswer, { readonly type: 'answered' }>;

async function open(url: string, at: () => Date, { fetch: send = fetch, signal }: AskLinkOptions): Promise<Answered> {
  const answer = await send(url, {
    headers: { Range: 'bytes=0-0' },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    ...(signal ? { signal } : {}),
  });
  const { status, headers, body, ok } = answer;
  const requestId = headers.get('x-cos-request-id');
  const disposition = headers.get('content-disposition');
  if (ok) body?.cancel().catch(() => {});
  return {
    type: 'answered',
    at: at(),
    status,
    ...(ok ? {} : errorOf(await readLimitedText(body, MOST_ERROR_BYTES))),
    ...(requestId === null ? {} : { requestId }),
    ...(disposition === null ? {} : { disposition }),
    forcesDownload: headers.get('x-cos-force-download') === 'true',
  };
}

function errorOf(body: string): Pick<Answered, 'code' | 'message'> {
  try {
    const root = parseXml(body);
    const field = (name: string): string => plainText(optionalText(root, name) ?? '');
    return { code: field('Code'), message: field('Message') };
  } catch {
    return {};
  }
}
