import { brokenEndpoints } from '../../fixtures/TestEndpoint.ts';
import type { Named, Plant } from './Plant.ts';

const endpoint = (failure: string): Named => ({ check: 'endpoint', code: 'EndpointFails', failure });
const breaks = (name: keyof typeof brokenEndpoints, code: string): Plant => ({
  what: `the key service: ${name}`,
  plant: (d) => {
    d.endpoint = brokenEndpoints[name];
  },
  page: endpoint(code),
});

export const endpointPlants: readonly Plant[] = [
  breaks('down', 'EndpointUnreachable'),
  breaks('unauthorized', 'SignInRequired'),
  breaks('redirect', 'SignInRequired'),
  breaks('forbidden', 'EndpointRefused'),
  breaks('crash', 'EndpointError'),
  breaks('html', 'EndpointNotJson'),
  breaks('nonsense', 'EndpointAnswerInvalid'),
  {
    what: 'a key service elsewhere that does not allow this page',
    plant: (d) => {
      d.endpointUrl = 'https://keys.example.com/credentials';
      d.endpoint = d.careless;
    },
    page: endpoint('EndpointBlockedByCors'),
    mend: (d, paste) => {
      const headers = Object.fromEntries(
        paste('endpoint-cors')
          .split('\n')
          .map((line) => line.split(': ') as [string, string]),
      );
      d.endpoint = async (request) =>
        request.method === 'OPTIONS'
          ? new Response(null, { status: 204, headers })
          : new Response((await d.careless(request)).body, { headers });
    },
  },
  {
    what: 'keys of half a minute',
    plant: (d) => {
      d.keyLifeSeconds = 30;
    },
    page: { check: 'keys', code: 'KeysShort' },
  },
  {
    what: 'keys from a cache that are over',
    plant: (d) => {
      d.endpoint = async (request) => {
        const keys = (await (await d.reference(request)).json()) as object;
        return Response.json({ ...keys, startTime: 1_700_000_000, expiredTime: 1_700_001_800 });
      };
    },
    page: { check: 'keys', code: 'KeysOver' },
  },
];
