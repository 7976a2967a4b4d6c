import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OperationEvent } from './OperationEngine.ts';
import type { Operation } from './OperationState.ts';

/** What React reads: every operation, oldest first. */
export type OperationStore = StoreApi<readonly Operation[]>;

/** @returns the store, and the one way to change it: telling it what the engine said */
export function createOperationStore(): {
  readonly store: OperationStore;
  readonly hear: (event: OperationEvent) => void;
} {
  const store = createStore<readonly Operation[]>(() => []);
  return {
    store,
    hear: (event) => {
      if (event.type === 'removed') {
        const gone = new Set(event.ids);
        store.setState((operations) => operations.filter(({ id }) => !gone.has(id)), true);
      } else if (event.type === 'changed') {
        const { operation } = event;
        store.setState((operations) => {
          const isKnown = operations.some(({ id }) => id === operation.id);
          return isKnown
            ? operations.map((each) => (each.id === operation.id ? operation : each))
            : [...operations, operation];
        }, true);
      }
    },
  };
}
