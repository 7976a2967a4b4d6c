import { splitHost } from '../bucketHost.ts';
import { CosServiceError } from '../CosServiceError.ts';
import type { CosRequest } from '../OperationContext.ts';

/**
 * What buckets made since 2024 add under their default names, so that no page of theirs opens in a browser. A script
 * that reads the bytes is not disturbed (COS documentation 57456).
 */
export function forcedDownload(request: CosRequest): Record<string, string> {
  return forcesDownload(request) ? { 'x-cos-force-download': 'true', 'content-disposition': 'attachment' } : {};
}

/** Installable packages are not handed out under the default names at all (COS documentation 57456). */
export function refusePackage(request: CosRequest): void {
  if (!forcesDownload(request) || !/\.(apk|ipa)$/i.test(request.key)) return;
  throw new CosServiceError(
    403,
    'DownloadForbidden',
    'The APK/IPA file is not allowed to be distributed in a public network using COS default domain, please use custom domain instead.',
  );
}

/** Asked for by a default name of a bucket made since 2024; a domain of its own does none of this. */
export function forcesDownload({ bucket, host }: CosRequest): boolean {
  return bucket.forcesDownload === true && splitHost(host).hostname !== bucket.customDomain;
}
