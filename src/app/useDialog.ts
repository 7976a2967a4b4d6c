import { useState } from 'react';
import type { Prefix } from '#cos/objectKey.ts';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { focusFiles } from './focusFiles.ts';

export type OpenDialog =
  | { readonly type: 'newFolder' }
  | { readonly type: 'uploadOptions' }
  | { readonly type: 'uploadChanges' }
  | { readonly type: 'uploadLink' }
  | { readonly type: 'requestFiles'; readonly folder: Prefix }
  | { readonly type: 'uploadRequests' }
  | { readonly type: 'share'; readonly object: ListedObjectEntry }
  | { readonly type: 'links'; readonly entries: readonly ListingEntry[] }
  | { readonly type: 'rename'; readonly entry: ListingEntry }
  | { readonly type: 'move'; readonly kind: 'move' | 'copy'; readonly entries: readonly ListingEntry[] }
  | { readonly type: 'edit'; readonly entries: readonly ListingEntry[] }
  | { readonly type: 'access'; readonly entries: readonly ListingEntry[] }
  | { readonly type: 'restore'; readonly entries: readonly ListingEntry[] }
  | { readonly type: 'summary'; readonly entries: readonly ListingEntry[] }
  | { readonly type: 'delete'; readonly entries: readonly ListingEntry[] };

/** One object has a link; several, or a folder, have a list of them. */
export function shareDialogFor(entries: readonly ListingEntry[]): OpenDialog {
  const [first] = entries;
  return entries.length === 1 && first?.type === 'object'
    ? { type: 'share', object: first }
    : { type: 'links', entries };
}

/** One dialog at a time. Closing gives the keyboard back to the list when nothing else has it. */
export function useDialog() {
  const [dialog, setDialog] = useState<OpenDialog>();
  return {
    dialog,
    open: setDialog,
    close: () => {
      setDialog(undefined);
      focusFilesIfLost();
    },
  };
}

/** After a dialog has tried its opener, which may be gone, as a deleted row is, or may never have been, as with a drop. */
export function focusFilesIfLost(): void {
  setTimeout(() => {
    if (document.activeElement === document.body || document.activeElement === null) focusFiles();
  }, 50);
}
