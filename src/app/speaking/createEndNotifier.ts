import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Remembered } from '#lib/createRemembered.ts';

/**
 * `off` until the person switches it on. `blocked`: the browser was told to refuse, and only its own settings change
 * that. `missing`: this browser shows no notifications of pages.
 */
export type NotifyState = 'missing' | 'off' | 'on' | 'blocked';

/** Tells the person outside the page that everything has ended. */
export interface EndNotifier {
  readonly store: StoreApi<NotifyState>;
  /** On or off. Call it from a click: the browser may ask the person. */
  readonly toggle: () => Promise<NotifyState>;
  /** Nothing is under way any more; shown only when the page is hidden. */
  readonly ended: (sentence: string) => void;
}

/** The part of the Notifications API that is needed here. */
export interface NotificationSource {
  readonly permission: () => NotificationPermission;
  readonly requestPermission: () => Promise<NotificationPermission>;
  /** Throws where pages may not show any without a service worker (Chrome on Android). */
  readonly show: (title: string, body: string) => void;
}

export function createEndNotifier(options: {
  readonly source: NotificationSource | undefined;
  /** `yes` when the person wants to be told. */
  readonly wish: Remembered;
  readonly isHidden: () => boolean;
}): EndNotifier {
  const { source, wish, isHidden } = options;

  const look = (): NotifyState => {
    if (source === undefined) return 'missing';
    const permission = source.permission();
    if (permission === 'denied') return 'blocked';
    return permission === 'granted' && wish.read() === 'yes' ? 'on' : 'off';
  };
  const store = createStore<NotifyState>(look);
  const set = (state: NotifyState): NotifyState => {
    store.setState(state, true);
    return state;
  };

  return {
    store,
    toggle: async () => {
      if (source === undefined) return 'missing';
      const isWanted = store.getState() !== 'on';
      wish.write(isWanted ? 'yes' : undefined);
      if (isWanted && source.permission() === 'default') await source.requestPermission();
      return set(look());
    },
    ended: (sentence) => {
      if (source === undefined || store.getState() !== 'on' || !isHidden()) return;
      try {
        source.show('Beeline', sentence);
      } catch {
        set('missing');
      }
    },
  };
}
