import type {
  CompleteMultipartUploadInput,
  CompleteMultipartUploadOutput,
  InitiateMultipartUploadInput,
} from '../CosCalls.ts';
import type { CallOptions } from '../CosClient.ts';
import { readEmptyAnswer, readXmlAnswer, unquoteEtag, writtenFields } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { writeXml } from '../writeXml.ts';
import { requiredText, XmlError } from '../xml.ts';
import { writeHeaders } from './writeHeaders.ts';

/** Merging many parts takes minutes, during which COS sends spaces: any byte is a sign of life. */
const MERGE_LIMITS = { idleMs: 60_000, totalMs: 600_000 };

/** Initiate Multipart Upload (COS documentation 7746). */
export async function initiateMultipartUpload(
  requester: Requester,
  { key, ...headers }: InitiateMultipartUploadInput,
  options: CallOptions = {},
): Promise<{ uploadId: string }> {
  const answer = await requester.ask(
    {
      operation: 'InitiateMultipartUpload',
      action: 'name/cos:InitiateMultipartUpload',
      purpose: 'upload',
      method: 'POST',
      placement: 'header',
      key,
      query: { uploads: '' },
      headers: writeHeaders(headers),
    },
    { priority: 'transfer', ...options },
  );
  return readXmlAnswer(answer, 'InitiateMultipartUploadResult', (root) => {
    const uploadId = requiredText(root, 'UploadId');
    if (uploadId === '') throw new XmlError('<UploadId> is empty');
    return { uploadId };
  });
}

/** Complete Multipart Upload (COS documentation 7742); a 200 may still carry an error. */
export async function completeMultipartUpload(
  requester: Requester,
  { key, uploadId, parts, forbidOverwrite }: CompleteMultipartUploadInput,
  options: CallOptions = {},
): Promise<CompleteMultipartUploadOutput> {
  const body = writeXml([
    'CompleteMultipartUpload',
    parts.map(({ partNumber, etag }) => [
      'Part',
      [
        ['PartNumber', String(partNumber)],
        ['ETag', `"${etag}"`],
      ],
    ]),
  ]);
  const answer = await requester.ask(
    {
      operation: 'CompleteMultipartUpload',
      action: 'name/cos:CompleteMultipartUpload',
      purpose: 'upload',
      method: 'POST',
      placement: 'header',
      key,
      query: { uploadId },
      headers: {
        'Content-Type': 'application/xml',
        ...(forbidOverwrite ? { 'x-cos-forbid-overwrite': 'true' } : {}),
      },
      body,
      ...MERGE_LIMITS,
    },
    { priority: 'transfer', ...options },
  );
  return readXmlAnswer(answer, 'CompleteMultipartUploadResult', (root) => ({
    ...writtenFields(answer.headers),
    etag: unquoteEtag(requiredText(root, 'ETag')),
  }));
}

/** Abort Multipart Upload (COS documentation 7740). */
export async function abortMultipartUpload(
  requester: Requester,
  { key, uploadId }: { key: string; uploadId: string },
  options: CallOptions = {},
): Promise<void> {
  const answer = await requester.ask(
    {
      operation: 'AbortMultipartUpload',
      action: 'name/cos:AbortMultipartUpload',
      purpose: 'upload',
      method: 'DELETE',
      placement: 'header',
      key,
      query: { uploadId },
    },
    options,
  );
  readEmptyAnswer(answer);
}
