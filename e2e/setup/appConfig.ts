import { ENDPOINT_PATH } from './serveApp.ts';

/** The `config.json` that the local server answers: one bucket, keys from the endpoint beside the page. */
export function appConfig(connection: {
  readonly bucket: string;
  readonly region: string;
  readonly label?: string;
  readonly prefix?: string;
  /** Empty: the default domains of Tencent Cloud. */
  readonly hosts: readonly string[];
}): AppConfig {
  return {
    endpoint: {
      url: ENDPOINT_PATH,
      method: 'POST',
      headers: { 'x-beeline': '1' },
      withCredentials: false,
      timeoutSeconds: 10,
    },
    connections: [
      {
        id: 'main',
        label: connection.label ?? connection.bucket,
        bucket: connection.bucket,
        region: connection.region,
        prefix: connection.prefix ?? '',
        hosts: connection.hosts,
        access: 'credentials',
      },
    ],
  };
}

/** The JSON of `config.json`, before checking; tests change pieces of it. */
export interface AppConfig {
  readonly endpoint?: Readonly<Record<string, unknown>>;
  readonly connections: readonly Readonly<Record<string, unknown>>[];
  readonly patience?: number;
  readonly otherBuckets?: Readonly<Record<string, unknown>>;
}
