import { HOSTINGS, hostSnippet } from '#config/hostSnippets.ts';
import { securityHeaders } from '#config/securityHeaders.ts';
import { corsRuleFor } from './corsRuleFor.ts';
import type { Finding, RemedyKind } from '#lib/Finding.ts';
import { policyFor } from './policyFor.ts';
import type { SetUp } from './SetUp.ts';

/** Something to paste that mends what was found. */
export interface Remedy {
  readonly kind: RemedyKind;
  readonly text: string;
}

/** What to paste, the easiest first; empty where only a sentence helps. */
export function remediesFor(finding: Finding, setUp: SetUp): readonly Remedy[] {
  switch (finding.code) {
    case 'CorsMissing':
    case 'CorsMethods':
    case 'CorsHeaders':
    case 'CorsNotExposed':
      return corsRemedies(setUp);
    case 'CorsOrBucket':
      return [...corsRemedies(setUp), command(setUp)];
    case 'BucketMissing':
      return [command(setUp)];
    case 'BucketElsewhere':
      return [{ kind: 'config', text: `"region": ${JSON.stringify(finding.facts?.region ?? '')}` }];
    case 'PermissionsMissing':
      return [{ kind: 'policy', text: policyFor(setUp.connection) }];
    case 'HeadersTooNarrow':
    case 'HeadersWeak':
    case 'HeadersInPageOnly': {
      const headers = securityHeaders(setUp.config, setUp.pageOrigin);
      return HOSTINGS.map((hosting) => ({ kind: hosting, text: hostSnippet(hosting, headers) }));
    }
    case 'EndpointFails':
      return finding.failure?.code === 'EndpointBlockedByCors' ? [endpointCors(setUp)] : [];
    default:
      return [];
  }
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
  const { method, headers, withCredentials } = config.endpoint;
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
