import { securityHeaders } from '#config/securityHeaders.ts';
import { compareHeaders, missingSources } from './compareHeaders.ts';
import type { Finding } from '#lib/Finding.ts';
import type { ExaminationTools, SetUp } from './SetUp.ts';

/**
 * Fetches the page and a script of it as they are served now, and compares their headers with those this deployment
 * should have. Scripts count as well: a worker does not inherit the page's policy, it has its own file's.
 */
export async function checkPage(setUp: SetUp, tools: ExaminationTools): Promise<Finding> {
  const expected = securityHeaders(setUp.config, setUp.pageOrigin);
  const weak = new Set<string>();
  const cutOff = new Set<string>();
  for (const url of setUp.pageUrls) {
    try {
      const response = await tools.fetch(url, {
        cache: 'no-store',
        credentials: 'same-origin',
        ...(tools.signal ? { signal: tools.signal } : {}),
      });
      response.body?.cancel().catch(() => {});
      for (const name of compareHeaders(expected, response.headers)) weak.add(name);
      for (const host of missingSources(expected, response.headers)) cutOff.add(host);
    } catch {
      tools.signal?.throwIfAborted();
      return { check: 'page', code: 'PageUnreadable', severity: 'unknown' };
    }
  }
  if (setUp.pageUrls.length === 0) return { check: 'page', code: 'PageUnreadable', severity: 'unknown' };
  if (cutOff.size > 0) {
    return { check: 'page', code: 'HeadersTooNarrow', severity: 'bad', facts: { hosts: [...cutOff] } };
  }
  if (weak.size === 0) return { check: 'page', code: 'HeadersRight', severity: 'good' };
  const headers = [...weak];
  const isInPage = weak.has('Content-Security-Policy') && setUp.metaPolicy !== undefined;
  return {
    check: 'page',
    code: isInPage ? 'HeadersInPageOnly' : 'HeadersWeak',
    severity: 'warning',
    facts: { headers },
  };
}
