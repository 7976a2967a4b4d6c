import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { Remembered } from '#lib/createRemembered.ts';

/** What deleting means: `trash` keeps objects until they are deleted there. */
export type Deleting = 'trash' | 'final';

/** What the person chose; before that, what the deployment says. */
export interface TrashWish {
  readonly store: StoreApi<{ readonly chosen: Deleting | undefined }>;
  readonly choose: (deleting: Deleting) => void;
}

export function createTrashWish(remembered: Remembered): TrashWish {
  const kept = remembered.read();
  const store = createStore<{ readonly chosen: Deleting | undefined }>(() => ({
    chosen: kept === 'trash' || kept === 'final' ? kept : undefined,
  }));
  return {
    store,
    choose: (chosen) => {
      remembered.write(chosen);
      store.setState({ chosen });
    },
  };
}

/** What deleting means in a connection. A trash that is named in the settings is used unless the person says otherwise. */
export function deletingIn({ trash }: Pick<Connection, 'trash'>, chosen: Deleting | undefined): Deleting {
  return chosen ?? (trash === undefined ? 'final' : 'trash');
}
