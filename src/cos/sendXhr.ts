export interface XhrRequest {
  /** `POST` for a form. */
  readonly method: 'PUT' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A slice of a file: the browser reads and sends it, its bytes never enter our memory. */
  readonly body: Blob;
  readonly signal?: AbortSignal;
  /** Body bytes handed to the network so far; not confirmed by anyone. */
  readonly onSent?: (sentBytes: number) => void;
  readonly onAlive?: () => void;
}

export interface XhrAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

export type SendXhr = (request: XhrRequest) => Promise<XhrAnswer>;

/** Longest answer to a PUT we read; real ones are empty or a short error. */
const MAX_ANSWER_BYTES = 64 * 1024;

/**
 * Sends a body with progress, which `fetch` cannot report. Rejects with a `TypeError` where `fetch` would, and with the
 * signal's reason after an abort.
 *
 * The upload listener alone forces a preflight, but a PUT with a signature has one anyway, and one for a POST of a form is
 * good for all forms to that bucket: they go to one URL.
 */
export const sendXhr: SendXhr = ({ method, url, headers, body, signal, onSent, onAlive }) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const xhr = new XMLHttpRequest();
    const abort = (): void => xhr.abort();
    const fail = (message: string): void => reject(new TypeError(message));
    xhr.open(method, url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.upload.addEventListener('progress', (event) => onSent?.(event.loaded));
    xhr.addEventListener('progress', (event) => {
      onAlive?.();
      if (event.loaded > MAX_ANSWER_BYTES) {
        fail('The answer is too long');
        xhr.abort();
      }
    });
    xhr.addEventListener('load', () => {
      // XHR follows redirects where fetch is told not to; a body must not go where nobody signed for.
      if (xhr.responseURL !== '' && new URL(xhr.responseURL).href !== new URL(url).href)
        fail('The request was redirected');
      else resolve({ status: xhr.status, headers: parseHeaders(xhr.getAllResponseHeaders()), body: xhr.responseText });
    });
    xhr.addEventListener('error', () => fail('The request failed'));
    xhr.addEventListener('abort', () => reject((signal?.reason ?? new DOMException('Aborted', 'AbortError')) as Error));
    xhr.addEventListener('loadend', () => signal?.removeEventListener('abort', abort));
    signal?.addEventListener('abort', abort);
    xhr.send(body);
  });

function parseHeaders(text: string): Headers {
  const headers = new Headers();
  for (const line of text.split('\r\n')) {
    const at = line.indexOf(':');
    if (at > 0) headers.append(line.slice(0, at), line.slice(at + 1).trim());
  }
  return headers;
}
