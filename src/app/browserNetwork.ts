import type { Network } from '#transfers/createOutageGate.ts';

/**
 * Whether this machine has a network, as far as the browser knows. Coming back to the page counts as news as well: a VPN
 * may be up or a sign-in done meanwhile, which no event tells.
 */
export function browserNetwork(): Network {
  return {
    isOnline: () => navigator.onLine,
    subscribe: (listener) => {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      window.addEventListener('focus', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
        window.removeEventListener('focus', listener);
      };
    },
  };
}
