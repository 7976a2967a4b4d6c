import type { Connection } from '#config/DeploymentConfig.ts';
import { someConnection } from '#config/testing/someConnection.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import type { GetCredentialsOptions, TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import type { LinkServices } from '../LinkServices.ts';

/** The bucket's time in tests of links. */
export const NOW = Date.UTC(2026, 0, 1, 12);

export interface LinkWorld {
  /** What the endpoint was asked for. */
  readonly asked: GetCredentialsOptions[];
  readonly services: LinkServices;
}

/** Keys that end `lifeSeconds` from now. */
export function keysFor(lifeSeconds: number, changes: Partial<TemporaryCredentials> = {}): TemporaryCredentials {
  return {
    secretId: 'id',
    secretKey: 'secret-key',
    sessionToken: 'to+ken/==',
    expiresAt: new Date(NOW + lifeSeconds * 1000),
    ...changes,
  };
}

/** Whatever signs a link, with an endpoint that answers like this; what it throws is its refusal. */
export function linkServices(
  answer: (wanted: GetCredentialsOptions) => TemporaryCredentials,
  connection: Connection = someConnection,
): LinkWorld {
  const asked: GetCredentialsOptions[] = [];
  const services: LinkServices = {
    connection,
    clock: createServerClock({ now: () => NOW }),
    credentials: {
      get: async (_connection, wanted) => {
        asked.push(wanted);
        return answer(wanted);
      },
      evict: () => {},
    },
  };
  return { asked, services };
}
