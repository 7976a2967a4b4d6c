import { randomUUID } from 'node:crypto';
import type { ExaminationTools } from '#diagnosis/SetUp.ts';
import { loopbackFetch } from '../setup/loopbackFetch.ts';
import { browserFetch } from './browserFetch.ts';

/** A `fetch` without a browser's rules that reaches `*.localhost` names as well. */
export const plainFetch: typeof fetch = (input, init) => {
  const { hostname, protocol } = new URL(input instanceof Request ? input.url : input);
  const isLocal = protocol === 'http:' && (hostname === 'localhost' || hostname.endsWith('.localhost'));
  return isLocal ? loopbackFetch(input, init) : fetch(input, init);
};

/** What an examination from the command line has: a page's view of the world, and what lies behind it. */
export function nodeTools(pageOrigin: string, send: typeof fetch = plainFetch): ExaminationTools {
  return {
    fetch: browserFetch(send, pageOrigin),
    now: Date.now,
    isOnline: () => true,
    randomName: () => `beeline-set-up-check-${randomUUID()}`,
    seeThrough: async (url) => {
      try {
        const response = await send(url, { signal: AbortSignal.timeout(10_000) });
        return { status: response.status, body: (await response.text()).slice(0, 64 * 1024) };
      } catch {
        return undefined;
      }
    },
  };
}
