import { useMemo } from 'react';
import type { FilterChoice } from '#listing/FilterChoice.ts';
import { rowFilter } from '#listing/rowFilter.ts';
import type { RowSort, RowWish } from '#listing/RowWish.ts';
import { useText } from '#text/useText.ts';

/** What the person searches, filters and sorts by, as one wish; the same object until one of them changes. */
export function useRowWish(search: string, filter: FilterChoice, sort: RowSort | undefined): RowWish {
  const { language } = useText();
  return useMemo(() => {
    const limits = rowFilter(filter);
    return {
      search,
      locale: language,
      ...(limits === undefined ? {} : { filter: limits }),
      ...(sort === undefined ? {} : { sort }),
    };
  }, [search, filter, language, sort]);
}
