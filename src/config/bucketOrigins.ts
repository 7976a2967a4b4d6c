import type { Connection } from './DeploymentConfig.ts';

/**
 * Origins that serve this connection's bucket, best first: its own list, or the two default domains every bucket has
 * (COS documentation 6224; `tencentcos.cn` since July 2022).
 */
export function bucketOrigins(connection: Pick<Connection, 'bucket' | 'region' | 'hosts'>): readonly string[] {
  if (connection.hosts.length > 0) return connection.hosts;
  const { bucket, region } = connection;
  return [`https://${bucket}.cos.${region}.myqcloud.com`, `https://${bucket}.cos.${region}.tencentcos.cn`];
}
