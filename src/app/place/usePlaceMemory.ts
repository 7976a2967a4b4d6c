import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Prefix } from '#cos/objectKey.ts';
import { useServices } from '../Services.ts';
import { isSamePlace } from './createPlaceMemory.ts';

/** Remembers a folder once its list is there, and whether it is a favourite. */
export function usePlaceMemory(connectionId: string, prefix: Prefix, isListed: boolean) {
  const { places } = useServices();
  const here = { connectionId, prefix };
  const isFavourite = useStore(places.store, ({ favourites }) => favourites.some((other) => isSamePlace(other, here)));
  useEffect(() => {
    if (isListed) places.visit({ connectionId, prefix });
  }, [places, connectionId, prefix, isListed]);
  return { isFavourite, onFavourite: () => places.toggleFavourite(here) };
}
