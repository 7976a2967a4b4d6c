import type { OperationHandler, OperationName } from '../OperationContext.ts';
import { abortMultipartUpload } from './abortMultipartUpload.ts';
import { completeMultipartUpload } from './completeMultipartUpload.ts';
import { deleteMultipleObjects } from './deleteMultipleObjects.ts';
import { deleteObject } from './deleteObject.ts';
import { getBucket } from './getBucket.ts';
import { getBucketCors } from './getBucketCors.ts';
import { getObject } from './getObject.ts';
import { getService } from './getService.ts';
import { headBucket } from './headBucket.ts';
import { headObject } from './headObject.ts';
import { initiateMultipartUpload } from './initiateMultipartUpload.ts';
import { listMultipartUploads } from './listMultipartUploads.ts';
import { listParts } from './listParts.ts';
import { optionsObject } from './optionsObject.ts';
import { postObject } from './postObject.ts';
import { putObject } from './putObject.ts';
import { putObjectCopy } from './putObjectCopy.ts';
import { uploadPart } from './uploadPart.ts';
import { uploadPartCopy } from './uploadPartCopy.ts';

/** What each operation does, once signature and permission are settled. */
export const operations: Readonly<Record<OperationName, OperationHandler>> = {
  GetService: getService,
  HeadBucket: headBucket,
  GetBucket: getBucket,
  GetBucketCORS: getBucketCors,
  ListMultipartUploads: listMultipartUploads,
  DeleteMultipleObjects: deleteMultipleObjects,
  PostObject: postObject,
  OptionsObject: optionsObject,
  PutObject: putObject,
  PutObjectCopy: putObjectCopy,
  GetObject: getObject,
  HeadObject: headObject,
  DeleteObject: deleteObject,
  InitiateMultipartUpload: initiateMultipartUpload,
  UploadPart: uploadPart,
  UploadPartCopy: uploadPartCopy,
  ListParts: listParts,
  CompleteMultipartUpload: completeMultipartUpload,
  AbortMultipartUpload: abortMultipartUpload,
};
