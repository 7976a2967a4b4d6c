import { createCosClient } from '#cos/createCosClient.ts';
import { createLanes } from '#cos/lanes.ts';
import { signedTarget, signingWindow } from '#cos/signedTarget.ts';
import { loadSigner } from '#cos/signer.ts';
import { AwsS3, Uppy } from '../uppy-4/index.js';
import { openConnection } from './openConnection.ts';

/**
 * Uploads the files by Uppy 4 at its defaults, over presigned URLs; milliseconds from the call to its end. What its
 * documentation leaves to a server (begin and complete an upload) is done by our own client, at once.
 */
export async function sendByUppy4(files: readonly Blob[]): Promise<number> {
  const { connection, credentials, clock } = await openConnection(1);
  const keys = await credentials.get(connection, { purpose: 'upload' });
  const cos = createCosClient({ connection, credentials, clock, lanes: createLanes() });
  const presignPut = async (key: string, query: Record<string, string> = {}): Promise<string> => {
    const window = signingWindow(Date.now(), 900, keys.expiresAt);
    const request = { method: 'PUT', key, query, placement: 'query' } as const;
    const { url } = await signedTarget(connection.hosts[0] ?? '', request, keys, window);
    return url;
  };
  const uppy = new Uppy({ autoProceed: false });
  uppy.use(AwsS3, {
    getUploadParameters: async (file) => ({ method: 'PUT', url: await presignPut(keyOf(file)), headers: {} }),
    createMultipartUpload: async (file) => {
      const key = keyOf(file);
      return { key, ...(await cos.initiateMultipartUpload({ key, forbidOverwrite: false })) };
    },
    signPart: async (_, { key, uploadId, partNumber }) => {
      return { url: await presignPut(key, { partNumber: String(partNumber), uploadId }) };
    },
    completeMultipartUpload: async (_, { key, uploadId, parts }) => {
      const listed = parts.map(({ PartNumber, ETag }) => ({ partNumber: PartNumber, etag: ETag.replaceAll('"', '') }));
      await cos.completeMultipartUpload({ key, uploadId, parts: listed, forbidOverwrite: false });
      return {};
    },
    listParts: () => Promise.resolve([]),
    abortMultipartUpload: () => Promise.resolve(),
  });
  await loadSigner(); // Before the clock starts, as for everybody else.
  const started = performance.now();
  uppy.addFiles(files.map((data, index) => ({ name: `${index}`, type: 'application/octet-stream', data })));
  const result = await uppy.upload();
  const [failed] = result?.failed ?? [];
  if (failed || result?.successful?.length !== files.length) throw new Error(failed?.error ?? 'Uppy 4 sent less');
  return performance.now() - started;
}

function keyOf(file: { readonly name: string }): string {
  return `uppy-4/${file.name}`;
}
