import type { FaultRows } from './FaultRow.ts';
import { FOUND } from './seenPhrases.ts';

/** What becomes of the object or the upload meanwhile, by somebody else’s hand or by a rule. */
export const OBJECT_FAULTS: FaultRows = {
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
};
