import { useRouter } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import type { PreviewTab } from '#object-preview/PreviewTabs.tsx';
import { focusFilesIfLost } from '../useDialog.ts';

/**
 * What is looked at is part of the place: opening is a step that Back undoes, walking to a neighbour is not. Closing
 * goes back where opening came from, and gives the keyboard back to the list.
 */
export function usePreview() {
  const router = useRouter();
  const [tab, setTab] = useState<PreviewTab>('preview');
  const wasOpenedHere = useRef(false);

  const onPreview = useCallback(
    (object: ListedObjectEntry | undefined, wantedTab?: PreviewTab): void => {
      const { search } = router.state.location;
      if (wantedTab !== undefined) setTab(wantedTab);
      if (object !== undefined) {
        const isOpen = search.preview !== undefined;
        if (!isOpen) wasOpenedHere.current = true;
        void router.navigate({ to: '/', search: { ...search, preview: object.key }, replace: isOpen });
        return;
      }
      if (wasOpenedHere.current) {
        router.history.back();
      } else {
        const { preview: _closed, ...rest } = search;
        void router.navigate({ to: '/', search: rest, replace: true });
      }
      wasOpenedHere.current = false;
      focusFilesIfLost();
    },
    [router],
  );
  return { tab, onTab: setTab, onPreview };
}
