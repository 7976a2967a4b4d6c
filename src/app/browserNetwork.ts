import type { Network } from '#transfers/createOutageGate.ts';

/** Whether this machine has a network, as far as the browser knows. */
export function browserNetwork(): Network {
  return {
    isOnline: () => navigator.onLine,
    subscribe: (listener) => {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
      };
    },
  };
}
