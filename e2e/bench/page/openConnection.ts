import type { Connection } from '#config/DeploymentConfig.ts';
import { loadConfig } from '#config/loadConfig.ts';
import { createCredentialsProvider } from '#credentials/createCredentialsProvider.ts';
import type { CredentialsProvider } from '#credentials/CredentialsProvider.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';

export interface OpenConnection {
  readonly connection: Connection;
  readonly credentials: CredentialsProvider;
  readonly clock: ServerClock;
}

/** The first connection of `config.json` under the first `hosts` of its names, with keys from its endpoint. */
export async function openConnection(hosts: number): Promise<OpenConnection> {
  const config = await loadConfig();
  const [found] = config.connections;
  if (!found) throw new Error('config.json names no connection');
  const clock = createServerClock();
  const credentials = createCredentialsProvider({ endpoint: config.endpoint, clock });
  return { connection: { ...found, hosts: found.hosts.slice(0, hosts) }, credentials, clock };
}
