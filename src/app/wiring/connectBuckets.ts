import type { Connection, DeploymentConfig } from '#config/DeploymentConfig.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { createCosClient } from '#cos/createCosClient.ts';
import { createLanes } from '#cos/lanes.ts';
import type { CredentialsProvider, KnownPermissions } from '#credentials/CredentialsProvider.ts';
import { createCredentialsProvider } from '#credentials/createCredentialsProvider.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { createHostProbe } from '#lib/createHostProbe.ts';
import type { Failure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import type { PlaceParams } from '../place/PlaceParams.ts';

/** The service as this deployment has it: one clock, one source of keys, one client per connection. */
export interface Buckets {
  readonly clock: ServerClock;
  readonly credentials: CredentialsProvider & KnownPermissions;
  /** The client of a connection; throws `ConnectionUnknown`. */
  readonly cosFor: (connectionId: string) => CosClient;
  /** The connection a place names; the first one when it names none; undefined when there is no such. */
  readonly connectionAt: (place: PlaceParams) => Connection | undefined;
  /** What the keys for looking around may do, where the endpoint has told. */
  readonly knownPermissions: (connectionId: string) => readonly string[] | undefined;
}

export function connectBuckets(
  config: DeploymentConfig,
  /** Keys came that live longer than temporary ones should. */
  onLongLife: (warning: Failure) => void,
): Buckets {
  const clock = createServerClock();
  const probe = createHostProbe();
  const credentials = createCredentialsProvider({ endpoint: config.endpoint, clock, probe, onLongLife });
  const lanes = createLanes();
  const clients = new Map<string, CosClient>(
    config.connections.map((connection) => [
      connection.id,
      createCosClient({ connection, credentials, clock, lanes, probe }),
    ]),
  );
  const withId = (id: string) => config.connections.find((connection) => connection.id === id);

  return {
    clock,
    credentials,
    cosFor(connectionId) {
      const client = clients.get(connectionId);
      if (client !== undefined) return client;
      throw new FailureError({ kind: 'local', code: 'ConnectionUnknown', message: connectionId });
    },
    connectionAt: (place) => (place.c === undefined ? config.connections[0] : withId(place.c)),
    knownPermissions(connectionId) {
      const connection = withId(connectionId);
      return connection && credentials.permissionsOf(connection, 'browse');
    },
  };
}
