import { isRegion } from './bucketNames.ts';
import { parseOrigin } from './trustedUrls.ts';

/** What a deployment allows people to open besides its own connections. */
export interface OtherBuckets {
  /** At least one. */
  readonly regions: readonly string[];
  /**
   * Where those buckets are served: `https://{bucket}.cos.{region}.myqcloud.com`, `{bucket}` being the first part of the
   * name. Empty: the two default domains.
   */
  readonly hosts: readonly string[];
}

const DEFAULT_HOSTS = [
  'https://{bucket}.cos.{region}.myqcloud.com',
  'https://{bucket}.cos.{region}.tencentcos.cn',
] as const;

/** True for an origin whose first label is `{bucket}`, and which may have `{region}` in the rest. */
export function isHostTemplate(text: string): boolean {
  const rest = /^https?:\/\/\{bucket\}\.(?=[^{}]|\{region\})(.+)$/.exec(text)?.[1];
  if (rest === undefined) return false;
  const filled = fillTemplate(text, 'name-1250000000', 'ap-guangzhou');
  return !/[{}]/.test(filled) && parseOrigin(filled) === filled;
}

export function fillTemplate(template: string, bucket: string, region: string): string {
  return template.replace('{bucket}', bucket).replaceAll('{region}', region);
}

/** The origins of one bucket; empty where the default domains serve it. */
export function hostsOfOther({ hosts }: OtherBuckets, bucket: string, region: string): readonly string[] {
  return hosts.map((template) => fillTemplate(template, bucket, region));
}

/** The sources of a content security policy that cover every bucket a person may open. */
export function sourcesOfOthers({ hosts, regions }: OtherBuckets): readonly string[] {
  const templates = hosts.length > 0 ? hosts : DEFAULT_HOSTS;
  return regions.filter(isRegion).flatMap((region) => templates.map((template) => fillTemplate(template, '*', region)));
}
