import { useEffect, useReducer, useState } from 'react';
import type { DeploymentConfig } from '#config/DeploymentConfig.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { toFailure } from '#lib/Failure.ts';
import { openShare, type OpenedShare } from '#links/openShare.ts';
import { shareEnd, type ShareEnd } from '#links/shareEnd.ts';
import { shareReducer } from '#recipient-pages/shareReducer.ts';

export interface ShareWish {
  readonly config: DeploymentConfig;
  readonly fragment: string;
  readonly clock: ServerClock;
  readonly onOpened: (share: OpenedShare) => void;
}

/** Timers hold no more than this; a longer one is begun again. */
const LONGEST_TIMER_MS = 3600_000;

/** Opens what an address shares, and sees it end: by the clock, or because the bucket says so. */
export function useShare({ config, fragment, clock, onOpened }: ShareWish) {
  const [state, dispatch] = useReducer(shareReducer, { status: 'opening' });
  const [endsAt, setEndsAt] = useState<Date>();
  const isOpening = state.status === 'opening';

  useEffect(() => {
    if (!isOpening) return undefined;
    const controller = new AbortController();
    let end: ShareEnd | undefined;
    const onRefused: Parameters<typeof openShare>[0]['onRefused'] = (failure, { endSeconds }) => {
      end = shareEnd(failure, clock.now(), endSeconds);
      setEndsAt(new Date(endSeconds * 1000));
      if (end !== undefined) dispatch({ type: 'refused', end });
    };
    openShare({ config, fragment, clock, onRefused }, { signal: controller.signal }).then(
      (share) => {
        if (controller.signal.aborted) return;
        onOpened(share);
        dispatch({ type: 'opened', share });
      },
      (error: unknown) => {
        if (!controller.signal.aborted) dispatch({ type: 'failed', failure: toFailure(error), end });
      },
    );
    return () => controller.abort();
  }, [isOpening, config, fragment, clock, onOpened]);

  const endSeconds = state.status === 'open' ? state.share.terms.endSeconds : undefined;
  useEffect(() => {
    if (endSeconds === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const leftMs = endSeconds * 1000 - clock.now();
      if (leftMs <= 0) dispatch({ type: 'timeUp' });
      else timer = setTimeout(look, Math.min(leftMs, LONGEST_TIMER_MS));
    };
    look();
    return () => clearTimeout(timer);
  }, [endSeconds, clock]);

  return { state, endsAt, onRetry: () => dispatch({ type: 'again' }) };
}
