import type { BearerSource } from '#credentials/createBearerSource.ts';
import { onceLoaded } from '#lib/onceLoaded.ts';

/** Asks the operator's module at `url`, a URL of our own origin, who is signed in; nothing is fetched before that. */
export function bearerFrom(url: string): BearerSource {
  const source = onceLoaded(async () => {
    const { createBearerSource } = await import('#credentials/createBearerSource.ts');
    return createBearerSource(() => import(/* @vite-ignore */ url) as Promise<unknown>);
  });
  return { token: async (isRefused, signal) => (await source()).token(isRefused, signal) };
}
