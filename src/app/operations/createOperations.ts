import type { OperationEngine, OperationEvent, OperationRequest } from '#operations/OperationEngine.ts';
import { createOperationStore, type OperationStore } from '#operations/createOperationStore.ts';
import type { OperationCommands } from '#transfer-panel/OperationCommands.ts';

/** Server-side work as the screens have it; its engine is fetched when it is first needed. */
export interface Operations {
  readonly store: OperationStore;
  readonly commands: OperationCommands;
  /** Rejects when the engine's code does not load. */
  readonly start: (request: OperationRequest) => Promise<void>;
  /** Takes back the last one that can be; false when there is none. */
  readonly undoLast: () => boolean;
  /** Shows what an earlier page left unfinished. */
  readonly recall: () => Promise<void>;
}

export function createOperations(
  load: (hear: (event: OperationEvent) => void) => Promise<OperationEngine>,
): Operations {
  const { store, hear } = createOperationStore();
  let loading: Promise<OperationEngine> | undefined;
  const engine = (): Promise<OperationEngine> => {
    loading ??= load(hear).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  /** There is a row, so the engine is there. */
  const command = (act: (loaded: OperationEngine) => unknown): void => void engine().then(act);
  const commands: OperationCommands = {
    pause: (id) => command((loaded) => loaded.pause(id)),
    resume: (id) => command((loaded) => loaded.resume(id)),
    retry: (id) => command((loaded) => loaded.retry(id)),
    cancel: (id) => command((loaded) => loaded.cancel(id)),
    undo: (id) => {
      command((loaded) => loaded.undo(id));
      return undefined;
    },
    deleteKept: (id) => {
      command((loaded) => loaded.deleteKept(id));
      return undefined;
    },
    clearFinished: () => store.getState().length > 0 && command((loaded) => loaded.clearFinished()),
  };
  return {
    store,
    commands,
    start: async (request) => void (await engine()).start(request),
    undoLast: () => {
      const last = store.getState().findLast(({ state }) => state.status === 'completed' && state.canUndo);
      if (last !== undefined) commands.undo(last.id);
      return last !== undefined;
    },
    recall: async () => (await engine()).recall(),
  };
}
