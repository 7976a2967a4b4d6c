import type { ShareEnd } from '#links/shareEnd.ts';
import type { OpenedShare } from '#links/openShare.ts';
import type { Failure } from '#lib/Failure.ts';

/** What the page of a share shows. */
export type ShareState =
  | { readonly status: 'opening' }
  | { readonly status: 'open'; readonly share: OpenedShare }
  /** It was open, and may still be looked at; nothing more can be had. */
  | { readonly status: 'ended'; readonly share: OpenedShare; readonly end: ShareEnd }
  /** It could not be opened. `end` where the bucket told why. */
  | { readonly status: 'closed'; readonly failure: Failure; readonly end?: ShareEnd };

export type ShareEvent =
  | { readonly type: 'opened'; readonly share: OpenedShare }
  | { readonly type: 'failed'; readonly failure: Failure; readonly end: ShareEnd | undefined }
  /** The bucket refused one of the links. */
  | { readonly type: 'refused'; readonly end: ShareEnd }
  | { readonly type: 'timeUp' }
  | { readonly type: 'again' };

/**
 * [Note: One altered link is not the share] A share that was opened had an honest first link, so a signature that does not
 * match later on is about its own object. Time and key are about all of them.
 */
export function shareReducer(state: ShareState, event: ShareEvent): ShareState {
  switch (event.type) {
    case 'opened':
      return state.status === 'opening' ? { status: 'open', share: event.share } : state;
    case 'failed': {
      if (state.status !== 'opening') return state;
      const { failure, end } = event;
      return end === undefined ? { status: 'closed', failure } : { status: 'closed', failure, end };
    }
    case 'refused':
      return state.status === 'open' && event.end !== 'changed' ? ended(state.share, event.end) : state;
    case 'timeUp':
      return state.status === 'open' ? ended(state.share, 'time') : state;
    case 'again':
    default:
      return state.status === 'closed' ? { status: 'opening' } : state;
  }
}

function ended(share: OpenedShare, end: ShareEnd): ShareState {
  return { status: 'ended', share, end };
}
