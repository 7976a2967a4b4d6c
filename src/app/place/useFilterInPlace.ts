import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { FilterChoice } from '#listing/FilterChoice.ts';
import type { PlaceParams } from './PlaceParams.ts';

/** What the address filters by, and how to filter by something else. A filter is no step that Back should undo. */
export function useFilterInPlace({ kind, size, date }: PlaceParams): [FilterChoice, (filter: FilterChoice) => void] {
  const router = useRouter();
  const now = useMemo(
    () => ({
      ...(kind === undefined ? {} : { kind }),
      ...(size === undefined ? {} : { size }),
      ...(date === undefined ? {} : { date }),
    }),
    [kind, size, date],
  );
  const filterBy = (filter: FilterChoice): void => {
    const { kind: _kind, size: _size, date: _date, ...place } = router.state.location.search;
    void router.navigate({ to: '/', search: { ...place, ...filter }, replace: true });
  };
  return [now, filterBy];
}
