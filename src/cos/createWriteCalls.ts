import type { Connection } from '#config/DeploymentConfig.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { deleteObject, deleteObjects } from './calls/deleteObjects.ts';
import { getBucketVersioning } from './calls/getBucketVersioning.ts';
import { listMultipartUploads } from './calls/listMultipartUploads.ts';
import { listParts } from './calls/listParts.ts';
import { abortMultipartUpload, completeMultipartUpload, initiateMultipartUpload } from './calls/multipart.ts';
import { createPostObject } from './calls/postObject.ts';
import { putObject } from './calls/putObject.ts';
import { uploadPart } from './calls/uploadPart.ts';
import type { CosClient } from './CosClient.ts';
import type { RightsNote } from './createRightsNote.ts';
import type { Requester } from './request.ts';

/** The calls that write, and those that only who writes makes. */
export type WriteCalls = Pick<
  CosClient,
  | 'putObject'
  | 'postObject'
  | 'deleteObject'
  | 'deleteObjects'
  | 'initiateMultipartUpload'
  | 'uploadPart'
  | 'listParts'
  | 'completeMultipartUpload'
  | 'abortMultipartUpload'
  | 'listMultipartUploads'
  | 'getBucketVersioning'
>;

export function createWriteCalls(
  requester: Requester,
  rights: RightsNote,
  { bucket, prefix }: Pick<Connection, 'bucket' | 'prefix'>,
  clock: ServerClock,
): WriteCalls {
  const postObject = createPostObject(bucket, prefix, clock);
  return {
    putObject: (input, call) => putObject(requester, input, call),
    postObject: (input, call) => postObject(requester, input, call),
    deleteObject: (input, call) => deleteObject(requester, input, call),
    async deleteObjects(input, call) {
      const output = await deleteObjects(requester, input, call);
      rights.deleted(output);
      return output;
    },
    initiateMultipartUpload: (input, call) => initiateMultipartUpload(requester, input, call),
    uploadPart: (input, call) => uploadPart(requester, input, call),
    listParts: (input, call) => listParts(requester, input, call),
    completeMultipartUpload: (input, call) => completeMultipartUpload(requester, input, call),
    abortMultipartUpload: (input, call) => abortMultipartUpload(requester, input, call),
    listMultipartUploads: (input, call) => listMultipartUploads(requester, input, call),
    getBucketVersioning: (call) => getBucketVersioning(requester, call),
  };
}
