import type { FaultRows } from './FaultRow.ts';
import { AGAIN, RESENT, FOUND, FROM_OFFSET, COPIED } from './seenPhrases.ts';

const CORS = 'fails at once: this page may not read the bucket’s answers';

/** What the bucket answers that is no answer, or not the right one. */
export const ANSWER_FAULTS: FaultRows = {
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
};
