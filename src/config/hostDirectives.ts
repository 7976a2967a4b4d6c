import { bucketOrigins } from './bucketOrigins.ts';
import type { DeploymentConfig } from './DeploymentConfig.ts';
import { sourcesOfOthers } from './OtherBuckets.ts';

/** Origins that a content security policy lets the page reach. */
export interface Reach {
  readonly connect: readonly string[];
  /** Pictures and media that are shown straight from a bucket. */
  readonly buckets: readonly string[];
}

/** Name and sources. */
export type Directive = readonly string[];

/** What this deployment has to reach: its key service, its buckets under every name, and those a person may type. */
export function reachOf(config: DeploymentConfig, pageOrigin: string): Reach {
  const others = config.otherBuckets === undefined ? [] : sourcesOfOthers(config.otherBuckets);
  const buckets = [...new Set([...config.connections.flatMap(bucketOrigins), ...others])];
  const endpoint = config.endpoint === undefined ? [] : [new URL(config.endpoint.url).origin];
  return { buckets, connect: [...new Set([...endpoint, ...buckets])].filter((origin) => origin !== pageOrigin) };
}

export function hostDirectives({ connect, buckets }: Reach): readonly Directive[] {
  return [
    ['img-src', "'self'", 'blob:', ...buckets],
    ['media-src', 'blob:', ...buckets],
    ['connect-src', "'self'", ...connect],
  ];
}

export function asText(policy: readonly Directive[]): string {
  return policy.map((directive) => directive.join(' ')).join('; ');
}
