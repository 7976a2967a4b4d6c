import AwsS3 from '@uppy/aws-s3';
import Uppy from '@uppy/core';
import { signedTarget, signingWindow } from '#cos/signedTarget.ts';
import { loadSigner } from '#cos/signer.ts';
import { openConnection } from './openConnection.ts';

/**
 * Uppy lists ETags bare in Complete, which S3 takes; the local COS wants them as the upload answered them, in their
 * quotes (COS documentation 7742).
 */
function quoteEtags(): void {
  class QuotingRequest extends XMLHttpRequest {
    override send(body?: Document | XMLHttpRequestBodyInit | null): void {
      super.send(typeof body === 'string' ? body.replaceAll(/<ETag>([^"<]+)<\/ETag>/g, '<ETag>"$1"</ETag>') : body);
    }
  }
  globalThis.XMLHttpRequest = QuotingRequest;
}

/** Uploads the files by Uppy at its defaults, over presigned URLs; milliseconds from the call to its end. */
export async function sendByUppy(files: readonly Blob[]): Promise<number> {
  const { connection, credentials } = await openConnection(1);
  const keys = await credentials.get(connection, { purpose: 'upload' });
  const uppy = new Uppy({ autoProceed: false });
  uppy.use(AwsS3, {
    generateObjectKey: (file) => `uppy/${file.name ?? file.id}`,
    signRequest: async (request) => {
      const { method, key } = request;
      const uploadId = 'uploadId' in request ? { uploadId: request.uploadId } : {};
      const partNumber = 'partNumber' in request ? { partNumber: String(request.partNumber) } : {};
      const begins = method === 'POST' && !('uploadId' in request) ? { uploads: '' } : {};
      const query = { ...begins, ...uploadId, ...partNumber };
      const window = signingWindow(Date.now(), 900, keys.expiresAt);
      const origin = connection.hosts[0] ?? '';
      const { url } = await signedTarget(origin, { method, key, query, placement: 'query' }, keys, window);
      return { url };
    },
  });
  quoteEtags();
  await loadSigner(); // Before the clock starts, as for everybody else.
  const started = performance.now();
  uppy.addFiles(files.map((data, index) => ({ name: `${index}`, type: 'application/octet-stream', data })));
  const result = await uppy.upload();
  const [failed] = result?.failed ?? [];
  if (failed || result?.successful?.length !== files.length) throw new Error(failed?.error ?? 'Uppy sent less');
  return performance.now() - started;
}
