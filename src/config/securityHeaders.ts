import type { DeploymentConfig } from './DeploymentConfig.ts';
import { asText, hostDirectives, reachOf, type Directive, type Reach } from './hostDirectives.ts';

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
  const policy = [...directivesFor(reachOf(config, pageOrigin)), ['frame-ancestors', "'none'"]];
  return {
    'Content-Security-Policy': asText(policy),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'X-Frame-Options': 'DENY',
    'Permissions-Policy': NO_DEVICES.map((feature) => `${feature}=()`).join(', '),
    ...(pageOrigin.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

/**
 * The policy for the page itself, in a meta element, for hosts that send no headers. It cannot know the deployment, so it
 * lets https out to anywhere (and http to this machine); `hostPolicy` closes that as soon as `config.json` is read.
 *
 * [Note: What a meta element cannot do] It does not keep other sites from framing the page (`app` refuses to start in
 * a frame), and it does not bind workers, which have their own file's headers: ours never fetch anything.
 */
export function metaPolicy(): string {
  const anywhere = ['https:', 'http://localhost:*', 'http://*.localhost:*'];
  return asText(directivesFor({ connect: anywhere, buckets: anywhere }));
}

function directivesFor(reach: Reach): readonly Directive[] {
  return [
    ['default-src', "'none'"],
    ['script-src', "'self'", "'wasm-unsafe-eval'"],
    ['script-src-attr', "'none'"],
    ['style-src', "'self'", REACT_ARIA_STYLE],
    ['style-src-attr', "'none'"],
    ...hostDirectives(reach),
    ['font-src', "'self'"],
    ['worker-src', "'self'"],
    ['manifest-src', "'self'"],
    ['frame-src', "'self'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', 'beeline#url'],
  ];
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
