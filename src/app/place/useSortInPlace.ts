import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { RowSort } from '#listing/RowWish.ts';
import type { PlaceParams } from './PlaceParams.ts';

/** The order that the address asks for, and how to ask for another. Sorting is no step that Back should undo. */
export function useSortInPlace({ sort, dir }: PlaceParams): [RowSort | undefined, (sort: RowSort | undefined) => void] {
  const router = useRouter();
  const now = useMemo(
    () => (sort === undefined && dir === undefined ? undefined : { by: sort ?? 'name', isDescending: dir === 'desc' }),
    [sort, dir],
  );
  const sortBy = (wanted: RowSort | undefined): void => {
    const { sort: _sort, dir: _dir, ...rest } = router.state.location.search;
    const search = {
      ...rest,
      ...(wanted === undefined ? {} : { sort: wanted.by }),
      ...(wanted?.isDescending === true ? ({ dir: 'desc' } as const) : {}),
    };
    void router.navigate({ to: '/', search, replace: true });
  };
  return [now, sortBy];
}
