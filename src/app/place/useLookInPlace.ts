import type { PlaceParams } from './PlaceParams.ts';
import type { KnownPlace } from './createPlaceMemory.ts';
import { useDeepInPlace } from './useDeepInPlace.ts';
import { useFilterInPlace } from './useFilterInPlace.ts';
import { useSearchInPlace } from './useSearchInPlace.ts';
import { useSortInPlace } from './useSortInPlace.ts';
import { useViewInPlace } from './useViewInPlace.ts';

/** How a folder is looked at, all of it from the page's address, and how to look at it in another way. */
export function useLookInPlace(here: KnownPlace, place: PlaceParams) {
  const onSearch = useSearchInPlace();
  const onDeep = useDeepInPlace();
  const [filter, onFilter] = useFilterInPlace(place);
  const [sort, onSort] = useSortInPlace(place);
  const [view, onView] = useViewInPlace(here, place.view);
  const isDeep = place.deep === '1';
  return { search: place.q ?? '', onSearch, isDeep, onDeep, filter, onFilter, sort, onSort, view, onView };
}
