import { bucketOrigins } from '#config/bucketOrigins.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { CredentialsProvider } from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { createHostProbe, type HostProbe } from '#lib/createHostProbe.ts';
import { onceLoaded } from '#lib/onceLoaded.ts';
import { getObject } from './calls/getObject.ts';
import { headObject } from './calls/headObject.ts';
import { listObjectColumns, listObjects } from './calls/listObjects.ts';
import type { CosClient } from './CosClient.ts';
import type { Presigned } from './departure.ts';
import { createNetworkExplainer } from './createNetworkExplainer.ts';
import { createRightsNote } from './createRightsNote.ts';
import type { WriteCalls } from './createWriteCalls.ts';
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
  /** For a page that holds links and no keys: nothing is signed, and `credentials` only tells when it is over. */
  readonly presigned?: Presigned;
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
    presigned,
  } = options;
  const origins = bucketOrigins(connection);
  const rights = createRightsNote(connection, credentials);
  const requester = createRequester({
    connection,
    credentials,
    clock,
    lanes,
    hosts: createHosts(origins),
    explainer: createNetworkExplainer(probe, send),
    rights,
    fetch: send,
    sendXhr,
    ...(presigned ? { presigned } : {}),
  });
  const { bucket, region, access } = connection;
  // Fetched when something is written, so that the first rows do not wait for it.
  const writes = onceLoaded(async () => {
    const { createWriteCalls } = await import('./createWriteCalls.ts');
    return createWriteCalls(requester, rights, connection, clock);
  });
  const write = async <Value>(call: (calls: WriteCalls) => Promise<Value>): Promise<Value> => call(await writes());
  return {
    location: { bucket, region },
    connections: lanes.mostLanes(origins),
    listObjects: (input, call) => listObjects(requester, input, call),
    listObjectColumns: (input, call) => listObjectColumns(requester, input, call),
    headObject: (input, call) => headObject(requester, input, call),
    getObject: ({ asStored = false, ...input }, call) =>
      getObject(requester, { ...input, asStored: asStored && access === 'credentials' }, call),
    getThumbnail: async (input, call) => (await import('./calls/getThumbnail.ts')).getThumbnail(requester, input, call),
    putObject: (input, call) => write((calls) => calls.putObject(input, call)),
    postObject: (input, call) => write((calls) => calls.postObject(input, call)),
    deleteObject: (input, call) => write((calls) => calls.deleteObject(input, call)),
    deleteObjects: (input, call) => write((calls) => calls.deleteObjects(input, call)),
    // Fetched with the operations that alone need them.
    copyObject: async (input, call) => (await import('./calls/copyObject.ts')).copyObject(requester, input, call),
    initiateMultipartUpload: (input, call) => write((calls) => calls.initiateMultipartUpload(input, call)),
    uploadPartCopy: async (input, call) =>
      (await import('./calls/uploadPartCopy.ts')).uploadPartCopy(requester, input, call),
    getObjectAcl: async (input, call) => (await import('./calls/getObjectAcl.ts')).getObjectAcl(requester, input, call),
    putObjectAcl: async (input, call) => (await import('./calls/putObjectAcl.ts')).putObjectAcl(requester, input, call),
    getObjectTagging: async (input, call) =>
      (await import('./calls/getObjectTagging.ts')).getObjectTagging(requester, input, call),
    putObjectTagging: async (input, call) =>
      (await import('./calls/putObjectTagging.ts')).putObjectTagging(requester, input, call),
    restoreObject: async (input, call) =>
      (await import('./calls/restoreObject.ts')).restoreObject(requester, input, call),
    listObjectVersions: async (input, call) =>
      (await import('./calls/listObjectVersions.ts')).listObjectVersions(requester, input, call),
    uploadPart: (input, call) => write((calls) => calls.uploadPart(input, call)),
    listParts: (input, call) => write((calls) => calls.listParts(input, call)),
    completeMultipartUpload: (input, call) => write((calls) => calls.completeMultipartUpload(input, call)),
    abortMultipartUpload: (input, call) => write((calls) => calls.abortMultipartUpload(input, call)),
    listMultipartUploads: (input, call) => write((calls) => calls.listMultipartUploads(input, call)),
    getBucketVersioning: (call) => write((calls) => calls.getBucketVersioning(call)),
  };
}
