import { SearchX } from 'lucide-react';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from './EmptyState.tsx';
import { useFilterWords } from './useFilterWords.ts';

export interface NoMatchesProps {
  readonly isSearched: boolean;
  readonly isFiltered: boolean;
  /** Subfolders were looked through too. */
  readonly isDeep: boolean;
  readonly onDeep: () => void;
  readonly onClearSearch: () => void;
  readonly onClearFilters: () => void;
}

/** Nothing here is what was looked for: why, and the ways to see more. */
export function NoMatches({ isSearched, isFiltered, isDeep, ...on }: NoMatchesProps) {
  const { t } = useText();
  const words = useFilterWords();
  const searched = isDeep ? words.searchedBelow : words.searchedHere;
  const filtered = isDeep ? words.filteredBelow : words.filteredHere;
  return (
    <EmptyState
      picture={<SearchX size={38} strokeWidth={1.5} aria-hidden />}
      title={isFiltered ? words.nothingMatches : words.noNameMatches}
      advice={isFiltered ? filtered : searched}
    >
      {isFiltered && (
        <Button look="primary" onClick={on.onClearFilters}>
          {words.clearFilters}
        </Button>
      )}
      {!isDeep && (
        <Button look={isFiltered ? 'secondary' : 'primary'} onClick={on.onDeep}>
          {isSearched ? t.searchSubfolders : words.filterBelow}
        </Button>
      )}
      {isSearched && <Button onClick={on.onClearSearch}>{t.clearSearch}</Button>}
    </EmptyState>
  );
}
