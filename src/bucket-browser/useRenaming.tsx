import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { DELIMITER } from '#cos/objectKey.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import { lazyPart } from '#ui/lazyPart.tsx';
import type { BucketBrowserProps } from './BucketBrowserProps.ts';
import { updateSelection, type SelectionStore } from './createSelectionStore.ts';
import { focusRow } from './selectionModel.ts';

const RowNameField = lazyPart(async () => (await import('./RowNameField.tsx')).RowNameField);

/** The row whose name is being typed, and its field. */
export interface Renaming {
  readonly row: number;
  readonly field: ReactNode;
}

type RenamingProps = Pick<BucketBrowserProps, 'prefix' | 'denied' | 'follow' | 'onRenameTo' | 'onRefused'>;

/** Renaming a row in its place. The keyboard follows it to its new name, wherever that is in the list. */
export function useRenaming(props: RenamingProps, index: ListingIndex | undefined, selection: SelectionStore) {
  const { prefix, denied, follow } = props;
  const [row, setRow] = useState<number>();

  useEffect(() => {
    if (follow !== undefined) updateSelection(selection, (state) => ({ ...state, follow }));
  }, [selection, follow]);

  function renameInPlace(chosen: number): void {
    if (denied.move !== undefined) {
      props.onRefused(denied.move);
      return;
    }
    updateSelection(selection, (state) => focusRow(state, chosen));
    setRow(chosen);
  }

  function draw(): Renaming | undefined {
    if (row === undefined || index?.isAlive(row) !== true) return undefined;
    const entry = index.entryOf(row);
    const isTaken = (name: string): boolean => [name, name + DELIMITER].some((end) => index.rowOf(prefix + end) >= 0);
    const field = (
      <Suspense>
        <RowNameField
          key={row}
          {...{ entry, isTaken }}
          onRename={(name) => props.onRenameTo(entry, name)}
          onClose={() => setRow(undefined)}
        />
      </Suspense>
    );
    return { row, field };
  }

  return { renaming: draw(), renameInPlace };
}
