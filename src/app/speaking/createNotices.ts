import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure } from '#lib/Failure.ts';

export interface Notice {
  readonly id: number;
  readonly message: string;
  /** Drawn with its advice and details; stays until it is closed. */
  readonly failure?: Failure;
  readonly action?: NoticeAction;
}

/** A button beside the message; the notice closes with it. */
export interface NoticeAction {
  readonly label: string;
  readonly onAction: () => void;
}

export interface Notices {
  readonly store: StoreApi<readonly Notice[]>;
  /** @returns what `close` takes */
  add(message: string, failure?: Failure, action?: NoticeAction): number;
  close(id: number): void;
}

const INFO_STAYS_MS = 10_000;
/** More would cover the page; the oldest gives way. */
const MOST = 4;

/** Messages about something that has no place of its own on the page. */
export function createNotices(later: (callback: () => void, delayMs: number) => unknown): Notices {
  const store = createStore<readonly Notice[]>(() => []);
  let lastId = 0;
  const close = (id: number): void =>
    store.setState(
      store.getState().filter((notice) => notice.id !== id),
      true,
    );
  return {
    store,
    close,
    add(message, failure, action) {
      lastId += 1;
      const id = lastId;
      const notice: Notice = {
        id,
        message,
        ...(failure === undefined ? {} : { failure }),
        ...(action === undefined ? {} : { action }),
      };
      store.setState([...store.getState(), notice].slice(-MOST), true);
      if (failure === undefined) later(() => close(id), INFO_STAYS_MS);
      return id;
    },
  };
}
