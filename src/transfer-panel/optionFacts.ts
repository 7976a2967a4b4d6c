import type { Text } from '#text/Text.ts';
import type { UploadOptions } from '#transfers/UploadOptions.ts';

/** What an upload is written with, where that was chosen. */
export function optionFacts(options: UploadOptions | undefined, { t, formats }: Pick<Text, 't' | 'formats'>): string[] {
  if (options === undefined) return [];
  const { storageClass, metadata, trafficLimit } = options;
  return [
    ...(storageClass === undefined ? [] : [storageClass]),
    ...(trafficLimit === undefined ? [] : [t.atMost(t.perSecond(formats.bytes(trafficLimit / 8)))]),
    ...Object.entries(metadata ?? {}).map(([name, value]) => `${name}: ${value}`),
  ];
}
