import type { FaultRows } from './FaultRow.ts';
import { WAITS } from './seenPhrases.ts';

const RENEWED = 'new keys, then the same request';
const CLOCK = 'the clock is corrected and the same request made';

/** What goes wrong with keys, the clock they are signed by, and the service they come from. */
export const KEY_FAULTS: FaultRows = {
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
};
