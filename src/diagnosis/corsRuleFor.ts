/** What the app reads from answers. Without ETag no multipart upload ends, without Date no wrong clock is noticed. */
const EXPOSED_HEADERS = [
  'ETag',
  'Content-Length',
  'Content-Range',
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
/** What the app asks with. */
export const CORS_METHODS = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'] as const;
const MAX_AGE_SECONDS = 600;

/** One rule in the forms people paste it. */
export interface CorsRuleText {
  /** What goes into each field of the console's form, in its order. */
  readonly console: string;
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
    list('AllowedMethod', CORS_METHODS) +
    list('AllowedHeader', ['*']) +
    list('ExposeHeader', EXPOSED_HEADERS) +
    list('MaxAgeSeconds', [String(MAX_AGE_SECONDS)]) +
    '  </CORSRule>\n  <ResponseVary>true</ResponseVary>\n</CORSConfiguration>';
  const rule = {
    AllowedOrigin: [new URL(origin).origin],
    AllowedMethod: CORS_METHODS,
    AllowedHeader: ['*'],
    ExposeHeader: EXPOSED_HEADERS,
    MaxAgeSeconds: String(MAX_AGE_SECONDS),
  };
  const console = [
    `Origin: ${new URL(origin).origin}`,
    `Methods: ${CORS_METHODS.join(', ')}`,
    'Allow-Headers: *',
    `Expose-Headers: ${EXPOSED_HEADERS.join(', ')}`,
    `Max-Age: ${MAX_AGE_SECONDS}`,
  ].join('\n');
  return { console, xml, json: JSON.stringify([rule], null, 2) };
}

function list(name: string, values: readonly string[]): string {
  return values.map((value) => `    <${name}>${value}</${name}>\n`).join('');
}
