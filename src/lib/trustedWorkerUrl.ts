/** The little of Trusted Types that we use; absent in browsers without it. */
interface TrustedTypePolicyFactoryLike {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

/** Named in the content security policy (`config/securityHeaders.ts`); a second policy of this name cannot exist. */
export const TRUSTED_TYPES_POLICY = 'beeline#url';

let policy: { createScriptURL(url: string): unknown } | undefined;

/** The URL itself when it is on this page's origin; throws otherwise. Pure, so that a test can hold it. */
export function sameOriginUrl(url: string, base: string): string {
  const target = new URL(url, base);
  if (target.origin !== new URL(base).origin || !/^https?:$/.test(target.protocol)) {
    throw new TypeError('A worker must come from the page’s own origin');
  }
  return target.href;
}

/**
 * Starts a module worker from our own origin. `new Worker()` is a Trusted Types sink, and this is the one place that
 * may feed it: `import url from './hash.worker.ts?worker&url'; createTrustedWorker(url)`.
 */
export function createTrustedWorker(url: string): Worker {
  return new Worker(trusted(url), { type: 'module' });
}

/** The same for a service worker, whose address is such a sink too. */
export function registerTrustedServiceWorker(
  url: string,
  options: RegistrationOptions,
): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(trusted(url), options);
}

function trusted(url: string): string {
  const href = sameOriginUrl(url, location.href);
  const factory = (globalThis as { trustedTypes?: TrustedTypePolicyFactoryLike }).trustedTypes;
  if (!factory) return href;
  policy ??= factory.createPolicy(TRUSTED_TYPES_POLICY, { createScriptURL: (u) => sameOriginUrl(u, location.href) });
  // A TrustedScriptURL, which TypeScript's library does not know; browsers take it where they take text.
  return policy.createScriptURL(href) as string;
}
