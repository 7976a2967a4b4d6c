import type { SendXhr } from '#cos/sendXhr.ts';
import { loopbackFetch } from './loopbackFetch.ts';

/** The same for bodies that a page sends by XHR. Progress comes in one step, at the end. */
export const loopbackXhr: SendXhr = async ({ method, url, headers, body, signal, onSent }) => {
  const response = await loopbackFetch(url, { method, headers, body, ...(signal ? { signal } : {}) });
  onSent?.(body.size);
  return { status: response.status, headers: response.headers, body: await response.text() };
};
