import { BUCKET, PAGE, REGION } from '../startSetUp.ts';
import { cors, type Plant } from './Plant.ts';

/** Addresses, the network between, and the page's own headers. */
export const networkPlants: readonly Plant[] = [
  {
    what: 'one of two addresses down',
    plant: (d) => {
      d.connection = { hosts: ['http://gone.localhost:1', d.hosts[0]] };
    },
    page: { check: 'hosts', code: 'AliasDown', facts: { hosts: ['gone.localhost:1'] } },
  },
  {
    what: 'every address down',
    plant: (d) => {
      d.connection = { hosts: ['http://gone.localhost:1'] };
    },
    page: { check: 'hosts', code: 'HostsDown', facts: { hosts: ['gone.localhost:1'] } },
  },
  {
    what: 'an internal domain',
    plant: (d) => {
      d.connection = { hosts: [`https://${BUCKET}.cos-internal.${REGION}.invalid`] };
    },
    page: { check: 'hosts', code: 'InternalHost' },
  },
  {
    what: 'no network',
    plant: (d) => {
      d.isOnline = false;
    },
    page: { check: 'hosts', code: 'Offline' },
  },
  {
    what: 'the sign-in page of a network before everything',
    plant: (d) => {
      d.portalAt = () => true;
    },
    page: { check: 'hosts', code: 'PortalInTheWay' },
  },
  {
    what: "a filter's page in place of the bucket",
    plant: (d) => {
      d.portalAt = (host) => host.startsWith(BUCKET);
    },
    page: cors('CorsOrBucket'),
    commandLine: { check: 'hosts', code: 'PortalInTheWay' },
  },
  {
    what: 'security headers missing and too wide',
    plant: (d) => {
      const { 'X-Frame-Options': _gone, ...left } = d.rightHeaders();
      d.headers = {
        ...left,
        'Content-Security-Policy': (left['Content-Security-Policy'] ?? '').replace(
          "script-src 'self'",
          "script-src 'self' https:",
        ),
      };
    },
    page: {
      check: 'page',
      code: 'HeadersWeak',
      facts: { headers: ['Content-Security-Policy: script-src', 'X-Frame-Options'] },
    },
    mend: (d, paste) => {
      d.headers = headersOf(paste('headers-file'));
    },
  },
  {
    what: 'security headers made for an older config.json',
    plant: (d) => {
      d.headers = d.rightHeaders();
      d.endpointUrl = 'https://keys.example.com/credentials';
      d.endpoint = async (request) => {
        const headers = {
          'Access-Control-Allow-Origin': PAGE,
          'Access-Control-Allow-Headers': 'content-type, x-beeline',
        };
        return request.method === 'OPTIONS'
          ? new Response(null, { status: 204, headers })
          : new Response((await d.careless(request)).body, { headers });
      };
    },
    page: { check: 'page', code: 'HeadersTooNarrow', facts: { hosts: ['https://keys.example.com'] } },
    mend: (d, paste) => {
      d.headers = headersOf(paste('headers-file'));
    },
  },
];

/** The headers for every path, from a `_headers` file. */
function headersOf(file: string): Record<string, string> {
  const everywhere = file.split('\n/\n')[0] ?? '';
  const lines = everywhere.split('\n').slice(1);
  return Object.fromEntries(lines.map((line) => [line.slice(2, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
}
