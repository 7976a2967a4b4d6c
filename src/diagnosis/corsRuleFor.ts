/** What the app reads from answers. Without ETag no multipart upload ends, without Date no wrong clock is noticed. */
const EXPOSED_HEADERS = [
  'ETag',
  'Content-Length',
  'Content-Range',
  'Content-Disposition',
  'Content-Encoding',
  'Accept-Ranges',
  'Date',
  'Last-Modified',
  'Retry-After',
  'x-cos-request-id',
  'x-cos-hash-crc64ecma',
  'x-cos-version-id',
  'x-cos-delete-marker',
  'x-cos-storage-class',
  'x-cos-restore',
  'x-cos-acl',
  'x-cos-server-side-encryption',
];
const METHODS = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'];
const MAX_AGE_SECONDS = 600;

/** One rule in the two forms people paste it. */
export interface CorsRuleText {
  /** For the API and for tools that take its body (COS documentation 8279). */
  readonly xml: string;
  /** For the SDKs' `putBucketCors`. */
  readonly json: string;
}

/**
 * The CORS rule a bucket needs so that this page may work with it.
 *
 * @param origin the page's own: `https://beeline.example`
 */
export function corsRuleFor(origin: string): CorsRuleText {
  const xml =
    '<CORSConfiguration>\n  <CORSRule>\n' +
    list('AllowedOrigin', [new URL(origin).origin]) +
    list('AllowedMethod', METHODS) +
    list('AllowedHeader', ['*']) +
    list('ExposeHeader', EXPOSED_HEADERS) +
    list('MaxAgeSeconds', [String(MAX_AGE_SECONDS)]) +
    '  </CORSRule>\n  <ResponseVary>true</ResponseVary>\n</CORSConfiguration>';
  const rule = {
    AllowedOrigin: [new URL(origin).origin],
    AllowedMethod: METHODS,
    AllowedHeader: ['*'],
    ExposeHeader: EXPOSED_HEADERS,
    MaxAgeSeconds: String(MAX_AGE_SECONDS),
  };
  return { xml, json: JSON.stringify([rule], null, 2) };
}

function list(name: string, values: readonly string[]): string {
  return values.map((value) => `    <${name}>${value}</${name}>\n`).join('');
}
