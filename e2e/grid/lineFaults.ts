import type { FaultRows } from './FaultRow.ts';
import { AGAIN, RESENT, FOUND, WAITS, FROM_OFFSET, COPIED } from './seenPhrases.ts';

/** What goes wrong on the way to the bucket and back. */
export const LINE_FAULTS: FaultRows = {
  F1: {
    what: 'connection refused, or reset before the headers',
    cells: {
      keys: ['R→W', 'asked again, then waits'],
      init: ['R, V', 'no second upload is left behind'],
      part: ['X', RESENT],
      'list parts': ['R', AGAIN],
      complete: ['V', 'the object is asked for first, then completed'],
      download: ['R', FROM_OFFSET],
      list: ['R', AGAIN],
      delete: ['R', AGAIN],
      copy: ['V', COPIED],
    },
  },
  F2: {
    what: 'reset in the middle of the request body',
    cells: {
      keys: ['R', AGAIN],
      init: ['R', AGAIN],
      part: ['X', RESENT],
      complete: ['V', 'the object is asked for first, then completed'],
      delete: ['R', AGAIN],
      copy: ['V', COPIED],
    },
  },
  F3: {
    what: 'reset in the middle of the answer',
    cells: {
      keys: ['R', AGAIN],
      init: ['V', 'the upload that was begun is found and used'],
      part: ['X', RESENT],
      'list parts': ['R', AGAIN],
      complete: ['V', FOUND],
      download: ['R', FROM_OFFSET],
      list: ['R', 'no partial list'],
      delete: ['V', 'asked again: each key is told'],
      copy: ['V', COPIED],
    },
  },
  F4: {
    what: 'the answer is lost after the server acted',
    cells: {
      keys: ['R', AGAIN],
      init: ['V', 'the upload that was begun is found and used'],
      part: ['V, X', 'the server has the part: it is not sent again'],
      'list parts': ['R', AGAIN],
      complete: ['V', FOUND],
      list: ['R', AGAIN],
      delete: ['R', AGAIN],
      copy: ['V', 'the copy is found and compared, then its original goes'],
    },
  },
  F5: {
    what: 'no byte at all',
    cells: {
      keys: ['10 s → R', 'given up after 10 s, asked again'],
      init: ['20 s → R', 'given up after 20 s'],
      part: ['20/40/80/120 s → X', 'Stalled after 10 s, sent again after 20, 40, 80, 120 s'],
      'list parts': ['20 s → R', 'given up after 20 s'],
      complete: ['60 s → V', 'given up after 60 s, then the object is asked for'],
      download: ['20 s → R', 'given up after 20 s, goes on'],
      list: ['20 s → R', 'given up after 20 s'],
      delete: ['20 s → V', 'given up after 20 s, asked again'],
      copy: ['60 s → V', 'given up after 60 s; the copy is found and compared, then its original goes'],
    },
  },
  F6: {
    what: 'slow drip',
    cells: {
      keys: ['10 s → R', 'given up after 10 s, asked again'],
      init: ['R', 'given up, asked again'],
      part: ['X', 'below 1 KiB/s for a minute beside a fast one: sent again, once'],
      'list parts': ['R', 'given up, asked again'],
      complete: ['–', 'spaces are life for ten minutes'],
      download: ['X', 'below 1 KiB/s for a minute beside a fast one: asked again, once'],
      list: ['30 s → R', 'given up after 30 s'],
      delete: ['R', 'given up after 30 s, asked again'],
      copy: ['–', 'spaces are life for ten minutes'],
    },
  },
  F24: {
    what: 'the browser goes offline and comes back',
    cells: {
      keys: ['W', WAITS],
      init: ['W', WAITS],
      part: ['W', 'cut at once, goes on within 2 s'],
      'list parts': ['W', WAITS],
      complete: ['W, V', 'the object is asked for first'],
      download: ['W', FROM_OFFSET],
      list: ['D', 'what was listed stays, and “offline” is said'],
      delete: ['W', WAITS],
      copy: ['W', 'cut at once; goes on within 2 s, and what was copied is recognised'],
    },
  },
  F40: {
    what: 'no name, no TLS, a captive portal',
    cells: {
      keys: ['W', WAITS],
      init: ['W', WAITS],
      part: ['W', WAITS],
      'list parts': ['W', WAITS],
      complete: ['W', WAITS],
      download: ['W', WAITS],
      list: ['F', 'names the host that cannot be reached'],
      delete: ['W', WAITS],
      copy: ['W', WAITS],
    },
  },
};
