import type { FaultRows } from './FaultRow.ts';
import { AGAIN, FOUND, FROM_OFFSET } from './seenPhrases.ts';

/** What goes wrong on the machine of the person: browser, tabs, storage, files. */
export const DEVICE_FAULTS: FaultRows = {
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
  F38: { what: 'the disk is full', cells: { download: ['F', 'fails with its own reason, nothing is committed'] } },
  F39: {
    what: 'the service worker dies during a streamed download',
    cells: { download: ['F', 'the browser shows a failed download, never a short file; Retry'] },
  },
};
