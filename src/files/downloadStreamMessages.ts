/** What the page and the service worker of streamed downloads say to each other. No address and no key goes there. */

/** To the worker. */
export type StreamRequest =
  /** Comes with the port of this download. Answered by `ready`; then `__stream/<id>` may be opened, once. */
  | { readonly type: 'open'; readonly id: string; readonly fileName: string; readonly sizeBytes?: number }
  /** Comes with a port for the answer: whether the worker knows the download, or is another one that does not. */
  | { readonly type: 'ping'; readonly id: string };

/** On the port of a download, to the page. `more`: the browser has taken everything so far and waits. */
export type StreamEvent = 'ready' | 'more' | 'ended' | 'cancelled';

/** On the port of a download, to the worker: bytes (they move), the end, or that the download must fail. */
export type StreamWork = Uint8Array<ArrayBuffer> | 'end' | 'fail';

/** The folder below the worker's own file that it answers for; everything else it never sees. */
export const STREAM_FOLDER = '__stream/';
