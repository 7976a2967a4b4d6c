import { bucketOrigins } from './bucketOrigins.ts';
import type { DeploymentConfig } from './DeploymentConfig.ts';
import { sourcesOfOthers } from './OtherBuckets.ts';

/** The one style element react-aria-components writes (`touch-action` of pressable things). */
const REACT_ARIA_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/**
 * The response headers this deployment's pages, workers and assets are served with. Pure: a host's configuration is
 * printed from it and every end-to-end test runs under it.
 *
 * [Note: The page may talk to these hosts only] Names and contents of a bucket are other people's, so a mistake of ours
 * must not be able to run code or send a key away: scripts from our origin alone, Trusted Types with one policy
 * (`lib/trustedWorkerUrl.ts`), and connections to the bucket's and the endpoint's origins alone. The same policy must
 * be on worker files, which do not inherit the page's.
 *
 * @param pageOrigin where the page is served; HSTS is promised only for https
 */
export function securityHeaders(config: DeploymentConfig, pageOrigin = ''): Record<string, string> {
  const others = config.otherBuckets === undefined ? [] : sourcesOfOthers(config.otherBuckets);
  const buckets = [...new Set([...config.connections.flatMap(bucketOrigins), ...others])];
  const endpoint = new URL(config.endpoint.url).origin;
  const connect = [...new Set([endpoint, ...buckets])].filter((origin) => origin !== pageOrigin);
  const policy: readonly (readonly string[])[] = [
    ['default-src', "'none'"],
    ['script-src', "'self'", "'wasm-unsafe-eval'"],
    ['script-src-attr', "'none'"],
    ['style-src', "'self'", REACT_ARIA_STYLE],
    ['style-src-attr', "'none'"],
    ['img-src', "'self'", 'blob:', ...buckets],
    ['media-src', 'blob:', ...buckets],
    ['font-src', "'self'"],
    ['connect-src', "'self'", ...connect],
    ['worker-src', "'self'"],
    ['manifest-src', "'self'"],
    ['frame-src', "'self'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['frame-ancestors', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', 'beeline#url'],
  ];
  return {
    'Content-Security-Policy': policy.map((directive) => directive.join(' ')).join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'X-Frame-Options': 'DENY',
    'Permissions-Policy': NO_DEVICES.map((feature) => `${feature}=()`).join(', '),
    ...(pageOrigin.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

const NO_DEVICES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'browsing-topics',
];
