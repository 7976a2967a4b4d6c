import { Suspense, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import type { Operation } from '#operations/OperationState.ts';
import { focusFiles } from './focusFiles.ts';
import { RestoreHost, ShareHost, TransferPanel } from './lazyParts.ts';
import type { ArchivedObjects } from './preview/RestoreHost.tsx';
import { useServices } from './Services.ts';

/** The dock, from the first thing it has to show. */
export function TransferDock({ onHistory }: { readonly onHistory: () => void }) {
  const services = useServices();
  const {
    transferStore,
    transferSpeed,
    engine,
    unfinished,
    unfinishedDownloads,
    endNotifier,
    operations,
    connections,
  } = services;
  const hasTransfers = useStore(transferStore, (state) => state.ids.length > 0);
  const hasUnfinished = useStore(unfinished.store, (uploads) => uploads.length > 0);
  const hasDownloads = useStore(unfinishedDownloads.store, (downloads) => downloads.length > 0);
  const hasOperations = useStore(operations.store, (list) => list.length > 0);
  const [wasShown, setWasShown] = useState(false);
  const [archived, setArchived] = useState<ArchivedObjects>();
  const [shared, setShared] = useState<{ readonly connection: Connection; readonly key: ObjectKey }>();
  const commands = useMemo(
    () => ({
      ...engine,
      restoreArchived: (id: string) => {
        const transfer = transferStore.getState().byId.get(id);
        if (transfer) setArchived({ connectionId: transfer.connectionId, keys: [transfer.key] });
      },
      share: (id: string) => {
        const transfer = transferStore.getState().byId.get(id);
        const connection = connections.withId(transfer?.connectionId ?? '');
        if (transfer && connection) setShared({ connection, key: transfer.key });
      },
    }),
    [engine, transferStore, connections],
  );
  const operationsAndRestore = useMemo(
    () => ({
      store: operations.store,
      commands: {
        ...operations.commands,
        restoreArchived: (id: string) => {
          const operation = operations.store.getState().find((each) => each.id === id);
          if (operation) setArchived({ connectionId: operation.connectionId, keys: archivedKeys(operation) });
        },
      },
    }),
    [operations],
  );
  // It stays when it is empty again: only then can it give the keyboard back.
  if (!wasShown && (hasTransfers || hasUnfinished || hasDownloads || hasOperations)) setWasShown(true);
  if (!wasShown) return null;
  return (
    <Suspense>
      <TransferPanel
        store={transferStore}
        speed={transferSpeed}
        commands={commands}
        unfinished={unfinished}
        unfinishedDownloads={unfinishedDownloads}
        operations={operationsAndRestore}
        notifier={endNotifier}
        firstLink={services.firstLink}
        wanted={services.wantedInDock}
        onHistory={onHistory}
        onFocusLost={focusFiles}
      />
      {/* Of their own: what waits for one of them must not hide the dock, and lose the keyboard with it. */}
      <Suspense>
        {shared !== undefined && (
          <ShareHost connection={shared.connection} objectKey={shared.key} onClose={() => setShared(undefined)} />
        )}
        {archived !== undefined && <RestoreHost wanted={archived} onClose={() => setArchived(undefined)} />}
      </Suspense>
    </Suspense>
  );
}

function archivedKeys({ problems }: Operation): readonly ObjectKey[] {
  return problems.filter(({ failure }) => failure.code === 'InvalidObjectState').map(({ key }) => key);
}
