import type { MovedRecord } from './MovedRecord.ts';

/** Names of the columns: the same in every language, because programs read them. */
const COLUMNS = [
  'time',
  'direction',
  'bucket',
  'region',
  'key',
  'bytes',
  'etag',
  'crc64ecma',
  'verified',
  'request id',
  'duration seconds',
] as const;

/** The history as rows of text for an export, the names of the columns first. Times are ISO 8601 in UTC. */
export function historyTable(records: readonly MovedRecord[]): readonly (readonly string[])[] {
  return [
    COLUMNS,
    ...records.map((record) => [
      new Date(record.endedAt).toISOString(),
      record.direction,
      record.bucket,
      record.region,
      record.key,
      String(record.sizeBytes),
      record.etag,
      record.crc64 ?? '',
      record.verified ? 'yes' : 'no',
      record.requestId ?? '',
      (record.durationMs / 1000).toFixed(1),
    ]),
  ];
}
