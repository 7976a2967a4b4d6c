import { useEffect, useRef } from 'react';
import type { Failure } from '#lib/Failure.ts';
import { useServices } from './Services.ts';

/**
 * Who comes back to this tab may have signed in elsewhere: what waits for that asks at once instead of within a minute,
 * and a list that could not be had for want of it is asked for again.
 *
 * @param failure of the list on screen
 */
export function useComeBack(failure: Failure | undefined, listAgain: () => void): void {
  const { engine, transferStore } = useServices();
  const latest = useRef({ failure, listAgain });
  useEffect(() => {
    latest.current = { failure, listAgain };
  });
  useEffect(() => {
    const onVisible = (): void => {
      if (document.visibilityState !== 'visible') return;
      const { byId } = transferStore.getState();
      if ([...byId.values()].some(({ state }) => state.status === 'waiting' && state.reason === 'credentials')) {
        engine.tryNow();
      }
      if (latest.current.failure?.code === 'SignInRequired') latest.current.listAgain();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [engine, transferStore]);
}
