import { filters as en } from '#text/en/filters.ts';
import { filters as zh } from '#text/zh/filters.ts';
import { useTopic } from '#text/useTopic.ts';

export type FilterWords = typeof en;

/** What filters, order and view are called. */
export function useFilterWords(): FilterWords {
  return useTopic<FilterWords>({ en, zh });
}
