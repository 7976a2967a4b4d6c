import { bucketOrigins } from '#config/bucketOrigins.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { DEFAULT_CONTENT_TYPE } from '#cos/calls/writeHeaders.ts';
import type { PostObjectInput, PutObjectInput, PutObjectOutput } from '#cos/CosCalls.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { CosError } from '#cos/CosError.ts';
import type { CosAnswer, CosRequest } from '#cos/CosRequest.ts';
import { createNetworkExplainer } from '#cos/createNetworkExplainer.ts';
import { createRightsNote } from '#cos/createRightsNote.ts';
import { formBlob, formBody, isFormKey } from '#cos/formBody.ts';
import { createHosts } from '#cos/hosts.ts';
import { createLanes } from '#cos/lanes.ts';
import { isAddressable } from '#cos/objectKey.ts';
import { readEmptyAnswer, writtenFields } from '#cos/readAnswer.ts';
import { createRequester } from '#cos/request.ts';
import { classifyFailure } from '#cos/retryPolicy.ts';
import { sendXhr as sendByXhr, type SendXhr } from '#cos/sendXhr.ts';
import type { CredentialsProvider } from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { createHostProbe } from '#lib/createHostProbe.ts';
import { toFailure } from '#lib/Failure.ts';
import type { UploadRequest } from './UploadRequest.ts';
import { uploadRequestFailure } from './uploadRequestFailure.ts';
import { uploadRequestForm } from './uploadRequestForm.ts';

export interface UploadRequestClientOptions {
  readonly connection: Connection;
  readonly request: UploadRequest;
  readonly clock: ServerClock;
  /** The time is over, or the bucket has refused the key: nothing more will be taken. */
  readonly onOver: (why: 'time' | 'key') => void;
  readonly fetch?: typeof fetch;
  readonly sendXhr?: SendXhr;
}

/**
 * The bucket as the holder of an upload request sees it: POST Object, and nothing else. Whoever sends a file whole, by
 * `putObject` or `postObject`, sends the same form; with `putObject` the browser reads the file as it goes and tells how
 * far it is. So the transfer engine works with it as it is.
 *
 * [Note: A sender cannot look] A form is all the address allows, so whether a name is taken is learnt from the 409 of
 * `x-cos-forbid-overwrite`, and HEAD is refused here without a request, as the bucket would refuse it.
 */
export function createUploadRequestClient(options: UploadRequestClientOptions): CosClient {
  const { connection, request, clock, onOver } = options;
  const { fetch: send = globalThis.fetch.bind(globalThis), sendXhr = sendByXhr } = options;
  const endMs = request.endSeconds * 1000;
  const keys = {
    secretId: request.secretId,
    secretKey: '',
    sessionToken: request.sessionToken,
    expiresAt: new Date(endMs),
  };
  let isKeyGone = false;
  const over = () => {
    const isLate = clock.now() >= endMs;
    onOver(isLate ? 'time' : 'key');
    return isLate
      ? uploadRequestFailure('RequestEnded', 'The time of this request is over')
      : uploadRequestFailure('RequestKeyGone', 'The bucket has refused the key of this request');
  };
  // A device's clock may be wrong: before the bucket has told the time, it is asked.
  let isTimeKnown = false;
  const heard: ServerClock = {
    now: () => clock.now(),
    get offsetMs() {
      return clock.offsetMs;
    },
    observe: (serverTime) => {
      isTimeKnown = true;
      clock.observe(serverTime);
    },
  };
  const credentials: CredentialsProvider = {
    get: () => (isKeyGone || (isTimeKnown && clock.now() >= endMs) ? Promise.reject(over()) : Promise.resolve(keys)),
    evict: () => {
      isKeyGone = true;
    },
  };
  const origins = bucketOrigins(connection);
  const lanes = createLanes();
  const requester = createRequester({
    connection,
    credentials,
    clock: heard,
    lanes,
    hosts: createHosts(origins),
    explainer: createNetworkExplainer(createHostProbe({ fetch: send }), send),
    rights: createRightsNote(connection, credentials),
    fetch: send,
    sendXhr,
  });
  const fieldsFor = ({ key, contentType = DEFAULT_CONTENT_TYPE }: PutObjectInput | PostObjectInput) => {
    if (!isFormKey(key) || !isAddressable(key)) throw refused('PostObject', 'KeyNotAllowed', key);
    return uploadRequestForm(request, key, contentType);
  };

  /** A bucket that hides its time says "expired" all the same, and that is the end. */
  async function sent(answering: Promise<CosAnswer>): Promise<PutObjectOutput> {
    try {
      const answer = await answering;
      readEmptyAnswer(answer);
      return writtenFields(answer.headers);
    } catch (error) {
      if (!isTimeKnown && classifyFailure(toFailure(error)) === 'skew') isKeyGone = true;
      throw error;
    }
  }

  return {
    location: { bucket: connection.bucket, region: connection.region },
    connections: lanes.mostLanes(origins),
    postObject: async (input, call = {}) => {
      const fields = fieldsFor(input);
      const buildForm = () => formBody(fields, input.body);
      return sent(requester.post({ ...POST, about: input.key, buildForm }, { priority: 'transfer', ...call }));
    },
    putObject: async (input, call = {}) => {
      const { body, contentType } = formBlob(fieldsFor(input), input.body);
      const headers = { 'Content-Type': contentType };
      return sent(requester.send({ ...POST, about: input.key, headers, body }, { priority: 'transfer', ...call }));
    },
    headObject: refuse('HeadObject'),
    listObjects: refuse('ListObjects'),
    listObjectColumns: refuse('ListObjects'),
    getObject: refuse('GetObject'),
    getThumbnail: refuse('GetObject'),
    deleteObject: refuse('DeleteObject'),
    deleteObjects: refuse('DeleteObjects'),
    copyObject: refuse('CopyObject'),
    initiateMultipartUpload: refuse('InitiateMultipartUpload'),
    uploadPart: refuse('UploadPart'),
    uploadPartCopy: refuse('UploadPartCopy'),
    listParts: refuse('ListParts'),
    completeMultipartUpload: refuse('CompleteMultipartUpload'),
    abortMultipartUpload: refuse('AbortMultipartUpload'),
    listMultipartUploads: refuse('ListMultipartUploads'),
    getObjectAcl: refuse('GetObjectAcl'),
    putObjectAcl: refuse('PutObjectAcl'),
    getObjectTagging: refuse('GetObjectTagging'),
    putObjectTagging: refuse('PutObjectTagging'),
    restoreObject: refuse('RestoreObject'),
    listObjectVersions: refuse('ListObjectVersions'),
    getBucketVersioning: refuse('GetBucketVersioning'),
  };
}

const refuse = (operation: string) => (): Promise<never> => Promise.reject(refused(operation, 'AccessDenied'));

const POST = {
  operation: 'PostObject',
  action: 'name/cos:PostObject',
  purpose: 'upload-request',
  method: 'POST',
  placement: 'form',
} as const satisfies CosRequest;

function refused(operation: string, code: 'AccessDenied' | 'KeyNotAllowed', key?: string): CosError {
  const facts = { operation, ...(key === undefined ? {} : { key }) };
  const message = code === 'AccessDenied' ? 'An upload request only sends' : 'A form cannot carry this key unchanged';
  return new CosError({
    kind: code === 'AccessDenied' ? 'service' : 'local',
    code,
    message,
    ...(code === 'AccessDenied' ? { status: 403 } : {}),
    facts,
  });
}
