import { filters as english } from '#text/en/filters.ts';
import { filters as chinese } from '#text/zh/filters.ts';
import { useTopic } from '#text/useTopic.ts';

export type FilterWords = typeof english;

/** What filters, order and view are called. */
export function useFilterWords(): FilterWords {
  return useTopic<FilterWords>(english, chinese);
}
