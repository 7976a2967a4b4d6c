import { bucketOrigins } from '#config/bucketOrigins.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { CredentialsProvider } from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { createHostProbe, type HostProbe } from '#lib/createHostProbe.ts';
import { getBucketVersioning } from './calls/getBucketVersioning.ts';
import { getObject } from './calls/getObject.ts';
import { headObject } from './calls/headObject.ts';
import { listMultipartUploads } from './calls/listMultipartUploads.ts';
import { listObjectColumns, listObjects } from './calls/listObjects.ts';
import { listParts } from './calls/listParts.ts';
import { abortMultipartUpload, completeMultipartUpload, initiateMultipartUpload } from './calls/multipart.ts';
import { createPostObject } from './calls/postObject.ts';
import { putObject } from './calls/putObject.ts';
import { uploadPart } from './calls/uploadPart.ts';
import type { CosClient } from './CosClient.ts';
import { createNetworkExplainer } from './createNetworkExplainer.ts';
import { createHosts } from './hosts.ts';
import type { Lanes } from './lanes.ts';
import { createRequester } from './request.ts';
import { sendXhr as sendByXhr, type SendXhr } from './sendXhr.ts';

export interface CosClientOptions {
  readonly connection: Connection;
  readonly credentials: CredentialsProvider;
  readonly clock: ServerClock;
  /** One per page, shared by all clients: browsers count connections per host, not per client. */
  readonly lanes: Lanes;
  readonly fetch?: typeof fetch;
  readonly sendXhr?: SendXhr;
  /** Share the credentials provider's, so that one probe speaks for both. */
  readonly probe?: HostProbe;
}

/** A bucket behind the interface, spoken to over the network. Nothing is requested until the first call. */
export function createCosClient(options: CosClientOptions): CosClient {
  const {
    connection,
    credentials,
    clock,
    lanes,
    fetch: send = globalThis.fetch.bind(globalThis),
    sendXhr = sendByXhr,
    probe = createHostProbe({ fetch: send }),
  } = options;
  const origins = bucketOrigins(connection);
  const requester = createRequester({
    connection,
    credentials,
    clock,
    lanes,
    hosts: createHosts(origins),
    explainer: createNetworkExplainer(probe, send),
    fetch: send,
    sendXhr,
  });
  const { bucket, region, prefix, access } = connection;
  const postObject = createPostObject(bucket, prefix, clock);
  return {
    location: { bucket, region },
    connections: lanes.mostLanes(origins),
    listObjects: (input, call) => listObjects(requester, input, call),
    listObjectColumns: (input, call) => listObjectColumns(requester, input, call),
    headObject: (input, call) => headObject(requester, input, call),
    getObject: ({ asStored = false, ...input }, call) =>
      getObject(requester, { ...input, asStored: asStored && access === 'credentials' }, call),
    getThumbnail: async (input, call) => (await import('./calls/getThumbnail.ts')).getThumbnail(requester, input, call),
    putObject: (input, call) => putObject(requester, input, call),
    postObject: (input, call) => postObject(requester, input, call),
    // Fetched with the operations that alone need them, so that the first rows do not wait for them.
    deleteObject: async (input, call) =>
      (await import('./calls/deleteObjects.ts')).deleteObject(requester, input, call),
    deleteObjects: async (input, call) =>
      (await import('./calls/deleteObjects.ts')).deleteObjects(requester, input, call),
    copyObject: async (input, call) => (await import('./calls/copyObject.ts')).copyObject(requester, input, call),
    initiateMultipartUpload: (input, call) => initiateMultipartUpload(requester, input, call),
    uploadPartCopy: async (input, call) =>
      (await import('./calls/uploadPartCopy.ts')).uploadPartCopy(requester, input, call),
    getObjectAcl: async (input, call) => (await import('./calls/getObjectAcl.ts')).getObjectAcl(requester, input, call),
    getObjectTagging: async (input, call) =>
      (await import('./calls/getObjectTagging.ts')).getObjectTagging(requester, input, call),
    uploadPart: (input, call) => uploadPart(requester, input, call),
    listParts: (input, call) => listParts(requester, input, call),
    completeMultipartUpload: (input, call) => completeMultipartUpload(requester, input, call),
    abortMultipartUpload: (input, call) => abortMultipartUpload(requester, input, call),
    listMultipartUploads: (input, call) => listMultipartUploads(requester, input, call),
    getBucketVersioning: (call) => getBucketVersioning(requester, call),
  };
}
