import { CosServiceError } from '../CosServiceError.ts';
import type { CosRequest } from '../OperationContext.ts';

/**
 * What buckets made since 2024 add under their default names, so that no page of theirs opens in a browser. A script
 * that reads the bytes is not disturbed (COS documentation 57456).
 */
export function forcedDownload({ bucket }: CosRequest): Record<string, string> {
  return bucket.forcesDownload === true ? { 'x-cos-force-download': 'true', 'content-disposition': 'attachment' } : {};
}

/** Installable packages are not handed out under the default names at all (COS documentation 57456). */
export function refusePackage({ bucket, key }: CosRequest): void {
  if (bucket.forcesDownload !== true || !/\.(apk|ipa)$/i.test(key)) return;
  throw new CosServiceError(
    403,
    'DownloadForbidden',
    'The APK/IPA file is not allowed to be distributed in a public network using COS default domain, please use custom domain instead.',
  );
}
