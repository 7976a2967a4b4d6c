import type { Text } from '#text/Text.ts';
import type { MovedRecord } from '#transfers/MovedRecord.ts';

/** One line about something that was moved: when, how big, how long, and whether it was verified. */
export function historyFacts(record: MovedRecord, { t, formats }: Pick<Text, 't' | 'formats'>): readonly string[] {
  const when = formats.dateTime(new Date(record.endedAt));
  return [
    record.direction === 'upload' ? t.uploadedAt(when) : t.downloadedAt(when),
    formats.bytes(record.sizeBytes),
    record.verified ? t.verified : t.notVerified,
    ...(record.durationMs >= 1000 ? [t.tookTime(formats.duration(record.durationMs / 1000))] : []),
  ];
}

/** All that is known of it, for `Details`. */
export function historyDetails(
  record: MovedRecord,
  { t, formats }: Pick<Text, 't' | 'formats'>,
): readonly (readonly [label: string, value: string])[] {
  const facts: readonly (readonly [string, string])[] = [
    [t.objectKey, record.key],
    [t.bucket, `${record.bucket}, ${record.region}`],
    [t.byteCount, formats.number(record.sizeBytes)],
    ['ETag', record.etag],
    ['CRC-64', record.crc64 ?? ''],
    [t.requestId, record.requestId ?? ''],
  ];
  return facts.filter(([, value]) => value !== '');
}
