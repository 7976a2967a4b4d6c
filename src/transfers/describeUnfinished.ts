import { baseName } from '#cos/objectKey.ts';
import type { RestoredUpload } from './JournaledUpload.ts';
import type { ListedUpload } from './listUnfinished.ts';
import type { UnfinishedUpload } from './UnfinishedUpload.ts';

export function describeJournaled({ upload, confirmed }: RestoredUpload): UnfinishedUpload {
  let sentBytes = 0;
  for (const part of confirmed.values()) sentBytes += part.sizeBytes;
  const { uploadId, connectionId, key, name } = upload;
  return {
    uploadId,
    connectionId,
    key,
    name,
    source: 'journal',
    startedAt: new Date(upload.addedAt),
    sizeBytes: upload.file.sizeBytes,
    sentBytes,
    hasHandle: upload.handle !== undefined,
    isLeaving: false,
  };
}

export function describeListed(connectionId: string, { key, uploadId, initiated }: ListedUpload): UnfinishedUpload {
  return {
    uploadId,
    connectionId,
    key,
    name: baseName(key),
    source: 'bucket',
    ...(initiated === undefined ? {} : { startedAt: initiated }),
    hasHandle: false,
    isLeaving: false,
  };
}
