/**
 * What can go wrong, in which phase, and what a person must then see: the table that names the tests and from which
 * `npm run grid` makes its report.
 *
 * Codes. R: tried again within the policy, invisible if it heals soon. K: keys renewed once, then R. S: clock corrected
 * once. V: the server is asked before anything is decided. W: waits with its reason and goes on by itself. P: pauses and
 * asks. F: fails at once, in plain words and with buttons. X: this part only is sent again. N: narrower, then R. D: goes
 * on with a notice.
 */
export const PHASES = ['keys', 'init', 'part', 'list parts', 'complete', 'download', 'list', 'delete', 'copy'] as const;
export type Phase = (typeof PHASES)[number];
export type FaultId = `F${number}`;

export interface Cell {
  readonly fault: FaultId;
  readonly phase: Phase;
  readonly code: string;
  /** What must be seen. */
  readonly seen: string;
}

interface Row {
  readonly what: string;
  readonly cells: Partial<Readonly<Record<Phase, readonly [code: string, seen: string]>>>;
}

const AGAIN = 'asked again, nothing is shown';
const RESENT = 'this part only is sent again';
const FOUND = 'the object is asked for, and it is ours: Done';
const WAITS = 'waits with its reason and goes on by itself';
const FROM_OFFSET = 'goes on from the byte it had reached';
const RENEWED = 'new keys, then the same request';
const CLOCK = 'the clock is corrected and the same request made';
const CORS = 'fails at once: this page may not read the bucket’s answers';
const COPIED = 'asked again; the copy is compared before its original goes';

/** In the order of the specification. A cell that is not there cannot happen. */
export const FAULT_GRID: Readonly<Record<FaultId, Row>> = {
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
  F7: {
    what: '503 SlowDown, 429',
    cells: {
      keys: ['R', 'Retry-After is obeyed'],
      init: ['N', AGAIN],
      part: ['N', 'fewer parts at once, Retry-After is obeyed'],
      'list parts': ['N', AGAIN],
      complete: ['N, V', AGAIN],
      download: ['N', AGAIN],
      list: ['N', AGAIN],
      delete: ['N', AGAIN],
      copy: ['R', COPIED],
    },
  },
  F8: {
    what: '500, 502, 504',
    cells: {
      keys: ['R', AGAIN],
      init: ['R', 'the server may have acted: it is asked first'],
      part: ['X', RESENT],
      'list parts': ['R', AGAIN],
      complete: ['V', 'the object is asked for first, then completed'],
      download: ['R', AGAIN],
      list: ['R', AGAIN],
      delete: ['R', AGAIN],
      copy: ['V', COPIED],
    },
  },
  F9: {
    what: '200 with an error inside',
    cells: {
      keys: ['F', 'these are not keys'],
      init: ['F/R', 'by its code'],
      'list parts': ['R', AGAIN],
      complete: ['R, V', 'by its code, after asking for the object'],
      list: ['R', AGAIN],
      delete: ['F', 'each key has its reason'],
      copy: ['R, V', COPIED],
    },
  },
  F10: {
    what: '200 with an empty, foreign or HTML body',
    cells: {
      keys: ['F', 'these are not keys'],
      init: ['R→F', 'three times, then it is said'],
      part: ['X', RESENT],
      'list parts': ['R→F', 'three times, then it is said'],
      complete: ['V', FOUND],
      download: ['F', 'no file is kept'],
      list: ['R→F', 'an error, never an empty folder'],
      delete: ['V', 'silence about a key is not success'],
      copy: ['V', COPIED],
    },
  },
  F11: {
    what: 'expired keys',
    cells: {
      keys: ['K', 'renewed ahead of their end'],
      init: ['K', RENEWED],
      part: ['K, X', RENEWED],
      'list parts': ['K', RENEWED],
      complete: ['K, V', RENEWED],
      download: ['K', RENEWED],
      list: ['K', RENEWED],
      delete: ['K', RENEWED],
      copy: ['K, V', RENEWED],
    },
  },
  F12: {
    what: 'a right is taken away',
    cells: {
      init: ['F', 'not allowed to upload here'],
      part: ['P', 'paused, what was sent is kept'],
      'list parts': ['P', 'paused, what was sent is kept'],
      complete: ['P', 'paused, what was sent is kept'],
      download: ['F', 'not allowed'],
      list: ['F', 'not allowed, with the missing right'],
      delete: ['F', 'not allowed, per key'],
      copy: ['F', 'each object is named with its reason; the originals stay'],
    },
  },
  F13: {
    what: 'a wrong clock, by an hour or a day',
    cells: {
      keys: ['S', 'the start of the keys bounds the clock'],
      init: ['S', CLOCK],
      part: ['S', CLOCK],
      'list parts': ['S', CLOCK],
      complete: ['S', CLOCK],
      download: ['S', CLOCK],
      list: ['S', CLOCK],
      delete: ['S', CLOCK],
      copy: ['S', CLOCK],
    },
  },
  F14: {
    what: 'a wrong ETag is answered',
    cells: {
      part: ['V, X', 'Complete is refused, the server says which part, it is sent again'],
      complete: ['V', 'the checksum decides: Done'],
      download: ['P', 'looks like another version of the object: asks, see F20'],
      copy: ['V', 'the checksums decide: Done'],
    },
  },
  F15: {
    what: 'a wrong CRC-64, bytes damaged on the way',
    cells: {
      part: ['X', 'sent again twice, then fails as damaged'],
      complete: ['F', 'never Done; Retry sends it anew'],
      download: ['F', 'no file is kept; Retry'],
      copy: ['F', 'the copy differs: the original stays'],
    },
  },
  F16: {
    what: 'ETag or CRC-64 hidden by CORS',
    cells: {
      part: ['D', 'ListParts tells the ETag'],
      complete: ['D', 'Done, not verified'],
      download: ['D', 'Done, not verified'],
      copy: ['D', 'Done, not verified: both stay until the person says so'],
    },
  },
  F17: {
    what: 'no CORS for this page',
    cells: {
      keys: ['F', 'the key service does not allow this page'],
      init: ['F', CORS],
      part: ['F', CORS],
      'list parts': ['F', CORS],
      complete: ['F', CORS],
      download: ['F', CORS],
      list: ['F', 'the rule to add is shown'],
      delete: ['F', CORS],
      copy: ['F', 'fails at once; the originals stay'],
    },
  },
  F18: {
    what: 'a truncated answer',
    cells: {
      keys: ['R', 'text that is no JSON: said, with Retry'],
      init: ['R', AGAIN],
      'list parts': ['R', AGAIN],
      complete: ['V', FOUND],
      download: ['R', FROM_OFFSET],
      list: ['R', 'no partial list'],
      delete: ['V', AGAIN],
      copy: ['V', COPIED],
    },
  },
  F19: { what: 'Range ignored', cells: { download: ['R', 'read as one stream, no doubled byte'] } },
  F20: {
    what: 'the object changed between ranges',
    cells: { download: ['P', 'Changed: start over, or skip'], copy: ['P', 'Changed: the original stays'] },
  },
  F21: {
    what: '404 NoSuchUpload',
    cells: {
      part: ['V, X', 'begun anew'],
      'list parts': ['V', 'begun anew'],
      complete: ['V', FOUND],
      delete: ['–', 'already gone is as good'],
    },
  },
  F22: {
    what: 'a part is gone, or has another size',
    cells: {
      part: ['X', 'sent again'],
      'list parts': ['X', 'sent again'],
      complete: ['V', 'the server says which, they are sent again'],
    },
  },
  F23: {
    what: 'an endless or repeated marker',
    cells: { 'list parts': ['F', 'stopped, and said'], list: ['F', 'the list is broken'] },
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
  F25: {
    what: 'an hour of sleep',
    cells: {
      keys: ['K', 'asked for before anything is sent'],
      init: ['R', 'within 5 s'],
      part: ['X', 'within 5 s'],
      'list parts': ['R', 'within 5 s'],
      complete: ['V', 'the object is asked for'],
      download: ['R', FROM_OFFSET],
      list: ['R', AGAIN],
      delete: ['V', AGAIN],
      copy: ['V', 'the copy is found and compared, then its original goes'],
    },
  },
  F26: {
    what: 'the tab crashes and is opened again',
    cells: {
      keys: ['R', 'asked for anew: none was stored'],
      init: ['R', 'the upload that was begun is gone on with'],
      part: ['X', 'what the server has is not sent again'],
      'list parts': ['R', 'asked again'],
      complete: ['V', FOUND],
      download: ['F', 'chosen again; nothing half-done is left under the name'],
      delete: ['V', 'the list tells'],
      copy: ['V', 'offered again; what was copied is recognised, nothing is doubled'],
    },
  },
  F27: {
    what: 'two tabs, one file',
    cells: {
      keys: ['R', 'each tab asks for its own'],
      init: ['W', 'one Initiate; the other says another tab writes it'],
      download: ['–', 'allowed'],
      delete: ['V', 'gone already is as good'],
      copy: ['W', 'one tab works on it, no other takes it up'],
    },
  },
  F28: {
    what: 'no storage in the browser',
    cells: {
      init: ['D', 'said once: cannot be resumed after closing'],
      part: ['D', 'goes on'],
      'list parts': ['D', 'goes on'],
      complete: ['D', 'goes on'],
      download: ['F', 'no room: fails with its own reason'],
      copy: ['D', 'goes on; cannot be resumed after closing'],
    },
  },
  F29: {
    what: 'the file changed on disk',
    cells: {
      part: ['P', 'Changed: start over, or skip'],
      complete: ['P', 'asked before the old version becomes the object'],
    },
  },
  F30: {
    what: 'the file is gone',
    cells: { init: ['F', 'this file only'], part: ['F', 'this file only; nothing is left behind'] },
  },
  F31: {
    what: 'the key service is down',
    cells: {
      keys: ['R, W', 'five times, then everything waits'],
      init: ['W', WAITS],
      part: ['W', WAITS],
      'list parts': ['W', WAITS],
      complete: ['W', WAITS],
      download: ['W', WAITS],
      list: ['F', 'says so, with Retry'],
      delete: ['W', WAITS],
      copy: ['W', WAITS],
    },
  },
  F32: { what: 'the key service answers nonsense', cells: { keys: ['F', 'names the field that is wrong'] } },
  F33: {
    what: 'the key service asks for a sign-in',
    cells: {
      keys: ['P', 'Sign in again'],
      init: ['W', 'Signing in; goes on after it'],
      part: ['W', 'Signing in; goes on after it'],
      'list parts': ['W', 'Signing in; goes on after it'],
      complete: ['W', 'Signing in; goes on after it'],
      download: ['W', 'Signing in; goes on after it'],
      list: ['P', 'Sign in, with Retry'],
      delete: ['W', 'Signing in; goes on after it'],
      copy: ['W', 'Signing in; goes on after it'],
    },
  },
  F34: {
    what: 'keys that live five seconds, or not at all',
    cells: { keys: ['K→F', 'at most one question a second; over at once is said'] },
  },
  F35: {
    what: 'locked, archived, 451, 402, DownloadForbidden',
    cells: {
      init: ['F', 'with the true reason'],
      part: ['F', 'with the true reason'],
      complete: ['F', 'with the true reason'],
      download: ['F', 'with the true reason'],
      list: ['F', 'with the true reason'],
      delete: ['F', 'per key'],
      copy: ['F', 'the object is named with its reason; its original stays'],
    },
  },
  F36: { what: 'a delete whose answer is lost', cells: { delete: ['V', 'asked again: each key is told'] } },
  F37: { what: 'a delete that fails for some', cells: { delete: ['F', 'each has its reason'] } },
  F38: { what: 'the disk is full', cells: { download: ['F', 'fails with its own reason, nothing is committed'] } },
  F39: {
    what: 'the service worker dies during a streamed download',
    cells: { download: ['F', 'the browser shows a failed download, never a short file; Retry'] },
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

export function cellOf(fault: FaultId, phase: Phase): Cell {
  const found = FAULT_GRID[fault]?.cells[phase];
  if (!found) throw new Error(`The grid has no cell ${fault} ${phase}.`);
  const [code, seen] = found;
  return { fault, phase, code, seen };
}

export function allCells(): readonly Cell[] {
  const faults = Object.keys(FAULT_GRID) as FaultId[];
  return faults.flatMap((fault) =>
    PHASES.filter((phase) => FAULT_GRID[fault]?.cells[phase]).map((phase) => cellOf(fault, phase)),
  );
}

/** The title of a test about these cells: what `npm run grid` finds it by. */
export function gridTitle(cells: readonly (readonly [FaultId, Phase])[], seen?: string): string {
  const names = cells.map(([fault, phase]) => `${fault} ${phase}`).join(', ');
  const [first] = cells;
  return `${names}: ${seen ?? (first ? cellOf(...first).seen : '')}`;
}

const CELL = new RegExp(`^(F\\d+) (${PHASES.join('|')})$`);

/** The cells a title names, before its colon. */
export function cellsIn(title: string): readonly (readonly [FaultId, Phase])[] {
  const [names = ''] = title.split(':');
  const named = new Set(names.split(', ').filter((name) => CELL.test(name)));
  return allCells().flatMap(({ fault, phase }) => (named.has(`${fault} ${phase}`) ? [[fault, phase] as const] : []));
}
