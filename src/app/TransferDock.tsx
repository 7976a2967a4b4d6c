import { Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { focusFiles } from './focusFiles.ts';
import { TransferPanel } from './lazyParts.ts';
import { useServices } from './Services.ts';

/** The dock, from the first thing it has to show. */
export function TransferDock({ onHistory }: { readonly onHistory: () => void }) {
  const { transferStore, transferSpeed, engine, unfinished, unfinishedDownloads, endNotifier, operations } =
    useServices();
  const hasTransfers = useStore(transferStore, (state) => state.ids.length > 0);
  const hasUnfinished = useStore(unfinished.store, (uploads) => uploads.length > 0);
  const hasDownloads = useStore(unfinishedDownloads.store, (downloads) => downloads.length > 0);
  const hasOperations = useStore(operations.store, (list) => list.length > 0);
  const [wasShown, setWasShown] = useState(false);
  // It stays when it is empty again: only then can it give the keyboard back.
  if (!wasShown && (hasTransfers || hasUnfinished || hasDownloads || hasOperations)) setWasShown(true);
  if (!wasShown) return null;
  return (
    <Suspense>
      <TransferPanel
        store={transferStore}
        speed={transferSpeed}
        commands={engine}
        unfinished={unfinished}
        unfinishedDownloads={unfinishedDownloads}
        operations={operations}
        notifier={endNotifier}
        onHistory={onHistory}
        onFocusLost={focusFiles}
      />
    </Suspense>
  );
}
