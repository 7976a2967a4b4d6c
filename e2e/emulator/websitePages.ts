import { CosServiceError } from './CosServiceError.ts';
import type { EmulatorBucket } from './EmulatorOptions.ts';
import type { ObjectStore } from './objectStore.ts';
import type { CosAnswer, OperationName } from './OperationContext.ts';

/**
 * What a request to a static website is about: reads only, and a folder is its index document (COS documentation 30613).
 * It is judged like any anonymous read, so only what is public can be seen.
 *
 * @throws CosServiceError 404 NoSuchWebsiteConfiguration, 405 MethodNotAllowed: the latter's code is not documented
 */
export function addressPage({
  method,
  key,
  bucket,
}: {
  readonly method: string;
  readonly key: string;
  readonly bucket: EmulatorBucket;
}): { readonly key: string; readonly operation: OperationName } {
  const { website } = bucket;
  if (website === undefined) {
    throw new CosServiceError(404, 'NoSuchWebsiteConfiguration', 'The bucket does not have a website configuration.');
  }
  const operations: Readonly<Record<string, OperationName>> = {
    GET: 'GetObject',
    HEAD: 'HeadObject',
    OPTIONS: 'OptionsObject',
  };
  const operation = operations[method];
  if (operation === undefined) {
    throw new CosServiceError(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
  }
  return { operation, key: key === '' || key.endsWith('/') ? key + website.indexDocument : key };
}

/** The bucket's own page for what is not there; undefined where it has none. */
export function errorPage(error: unknown, bucket: EmulatorBucket, store: ObjectStore): CosAnswer | undefined {
  const document = bucket.website?.errorDocument;
  if (!(error instanceof CosServiceError) || error.status !== 404 || document === undefined) return undefined;
  const page = store.head(bucket.name, document);
  if (page === undefined) return undefined;
  return {
    status: 404,
    headers: { 'Content-Type': page.headers['content-type'] ?? 'text/html' },
    body: store.read(bucket.name, document),
    contentLength: page.sizeBytes,
  };
}
