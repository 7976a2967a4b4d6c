import { useRouter } from '@tanstack/react-router';
import { useStore } from 'zustand';
import type { ListView } from '#bucket-browser/ListView.ts';
import { useServices } from '../Services.ts';
import { isSamePlace, type KnownPlace } from './createPlaceMemory.ts';

/** How a folder is shown: as its address says, or as it was shown last. */
export function useViewInPlace(
  { connectionId, prefix }: KnownPlace,
  asked: ListView | undefined,
): [ListView, (view: ListView) => void] {
  const { views } = useServices();
  const router = useRouter();
  const here = { connectionId, prefix };
  const wasGrid = useStore(views.store, (grids) => grids.some((grid) => isSamePlace(grid, here)));
  const show = (view: ListView): void => {
    views.remember(here, view);
    void router.navigate({ to: '/', search: { ...router.state.location.search, view }, replace: true });
  };
  return [asked ?? (wasGrid ? 'grid' : 'list'), show];
}
