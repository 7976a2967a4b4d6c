import type { Connection, DeploymentConfig } from '#config/DeploymentConfig.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { createCosClient } from '#cos/createCosClient.ts';
import { createLanes } from '#cos/lanes.ts';
import type { CredentialsProvider, KnownPermissions, RenewalTrouble } from '#credentials/CredentialsProvider.ts';
import { createCredentialsProvider } from '#credentials/createCredentialsProvider.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { createRemembered } from '#lib/createRemembered.ts';
import { createHostProbe } from '#lib/createHostProbe.ts';
import type { Failure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { bearerFrom } from './bearerFrom.ts';
import { createConnections, type Connections } from '../connections/createConnections.ts';
import type { PlaceParams } from '../place/PlaceParams.ts';

/** The service as this deployment has it: one clock, one source of keys, one client per connection. */
export interface Buckets {
  readonly clock: ServerClock;
  readonly credentials: CredentialsProvider & KnownPermissions;
  readonly connections: Connections;
  /** The client of a connection; throws `ConnectionUnknown`. */
  readonly cosFor: (connectionId: string) => CosClient;
  /** The connection a place names; the first one when it names none; undefined when there is no such. */
  readonly connectionAt: (place: PlaceParams) => Connection | undefined;
  /** What the keys for looking around may do, where the endpoint has told. */
  readonly knownPermissions: (connectionId: string) => readonly string[] | undefined;
}

export function connectBuckets(
  config: DeploymentConfig,
  hear: {
    /** Keys came that live longer than temporary ones should. */
    readonly onLongLife: (warning: Failure) => void;
    readonly onRenewalFailed: (trouble: RenewalTrouble) => void;
  },
): Buckets {
  const clock = createServerClock();
  const probe = createHostProbe();
  const { endpoint } = config;
  const tokenModule = endpoint?.tokenModule;
  const bearer = tokenModule === undefined ? {} : { bearer: bearerFrom(tokenModule) };
  const credentials = createCredentialsProvider({ endpoint, clock, probe, ...hear, ...bearer });
  const lanes = createLanes();
  const clients = new Map<string, CosClient>();
  const connections = createConnections(config, createRemembered('beeline.connections'), () => crypto.randomUUID());
  const { withId } = connections;

  return {
    clock,
    credentials,
    connections,
    cosFor(connectionId) {
      const known = clients.get(connectionId);
      if (known !== undefined) return known;
      const connection = withId(connectionId);
      if (connection === undefined) {
        throw new FailureError({ kind: 'local', code: 'ConnectionUnknown', message: connectionId });
      }
      const client = createCosClient({ connection, credentials, clock, lanes, probe });
      clients.set(connectionId, client);
      return client;
    },
    connectionAt: (place) => (place.c === undefined ? config.connections[0] : withId(place.c)),
    knownPermissions(connectionId) {
      const connection = withId(connectionId);
      return connection && credentials.permissionsOf(connection, 'browse');
    },
  };
}
