import type { SendXhr } from '#cos/sendXhr.ts';
import { loopbackFetch } from './loopbackFetch.ts';

/** What sends bodies where there is no XMLHttpRequest; all of the body counts as sent when the answer is there. */
export const sendByFetch: SendXhr = async ({ method, url, headers, body, signal, onSent }) => {
  const response = await loopbackFetch(url, { method, headers, body, ...(signal ? { signal } : {}) });
  onSent?.(body.size);
  return { status: response.status, headers: response.headers, body: await response.text() };
};
