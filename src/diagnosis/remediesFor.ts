import { HOSTINGS, hostSnippet } from '#config/hostSnippets.ts';
import { securityHeaders } from '#config/securityHeaders.ts';
import { corsRuleFor } from './corsRuleFor.ts';
import type { Finding, FindingCode, RemedyKind } from '#lib/Finding.ts';
import { policyFor } from './policyFor.ts';
import type { SetUp } from './SetUp.ts';

/** Something to paste that mends what was found. */
export interface Remedy {
  readonly kind: RemedyKind;
  readonly text: string;
}

/** What to paste, the easiest first; empty where only a sentence helps. */
export function remediesFor(finding: Finding, setUp: SetUp): readonly Remedy[] {
  return REMEDIES[finding.code]?.(setUp, finding) ?? [];
}

const REMEDIES: Partial<Record<FindingCode, (setUp: SetUp, finding: Finding) => readonly Remedy[]>> = {
  CorsMissing: corsRemedies,
  CorsMethods: corsRemedies,
  CorsHeaders: corsRemedies,
  CorsNotExposed: corsRemedies,
  CorsOrBucket: (setUp) => [...corsRemedies(setUp), command(setUp)],
  BucketMissing: (setUp) => [command(setUp)],
  BucketElsewhere: (_setUp, { facts }) => [
    { kind: 'config', text: `"region": ${JSON.stringify(facts?.region ?? '')}` },
  ],
  PermissionsMissing: ({ connection }) => [{ kind: 'policy', text: policyFor(connection) }],
  HeadersTooNarrow: headerRemedies,
  HeadersWeak: headerRemedies,
  HeadersInPageOnly: headerRemedies,
  EndpointFails: (setUp, { failure }) => (failure?.code === 'EndpointBlockedByCors' ? [endpointCors(setUp)] : []),
};

function headerRemedies({ config, pageOrigin }: SetUp): readonly Remedy[] {
  const headers = securityHeaders(config, pageOrigin);
  return HOSTINGS.map((hosting) => ({ kind: hosting, text: hostSnippet(hosting, headers) }));
}

function corsRemedies({ pageOrigin }: SetUp): readonly Remedy[] {
  const { console, xml, json } = corsRuleFor(pageOrigin);
  return [
    { kind: 'cors-console', text: console },
    { kind: 'cors-xml', text: xml },
    { kind: 'cors-json', text: json },
  ];
}

/** The headers with which the key service lets this page read its answers. */
function endpointCors({ config, pageOrigin }: SetUp): Remedy {
  const { method = 'POST', headers = {}, withCredentials = false } = config.endpoint ?? {};
  const asked = [
    ...(method === 'POST' ? ['content-type'] : []),
    ...Object.keys(headers).map((name) => name.toLowerCase()),
  ];
  const lines = [
    `Access-Control-Allow-Origin: ${pageOrigin}`,
    `Access-Control-Allow-Methods: ${method}`,
    ...(asked.length > 0 ? [`Access-Control-Allow-Headers: ${asked.join(', ')}`] : []),
    ...(withCredentials ? ['Access-Control-Allow-Credentials: true'] : []),
    'Vary: Origin',
  ];
  return { kind: 'endpoint-cors', text: lines.join('\n') };
}

function command({ connection, pageOrigin }: SetUp): Remedy {
  const { id } = connection;
  return { kind: 'command', text: `npm run doctor -- --config config.json --connection ${id} --origin ${pageOrigin}` };
}
