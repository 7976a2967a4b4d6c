import type { Connection } from '#config/DeploymentConfig.ts';
import type { CredentialsProvider } from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';

/** Whatever signs a link needs: whose bucket, whose keys, whose time. */
export interface LinkServices {
  readonly connection: Connection;
  readonly credentials: CredentialsProvider;
  readonly clock: ServerClock;
}
