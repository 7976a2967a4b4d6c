import { useQuery } from '@tanstack/react-query';
import { Archive } from 'lucide-react';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { headQuery } from './detailsQueries.ts';
import type { ObjectSource } from './ObjectSource.ts';
import { ViewProblem } from './ViewProblem.tsx';

export interface ArchivedContentsProps {
  readonly source: ObjectSource;
  /** Why these keys may not restore it. */
  readonly changeDenied: string | undefined;
  readonly onRestore: (() => void) | undefined;
  /** Asks for the contents again. */
  readonly onRetry: () => void;
}

/** In place of contents that are in the archive: whether they are on their way, and how to ask for them. */
export function ArchivedContents({ source, changeDenied, onRestore, onRetry }: ArchivedContentsProps) {
  const { t } = useLateText();
  const { data } = useQuery(headQuery(source));
  const isOngoing = data?.restore?.isOngoing === true;
  const isReadable = data?.restore?.isOngoing === false;
  return (
    <ViewProblem
      title={t.isArchived}
      advice={isReadable ? t.restoredForNow : isOngoing ? t.restoringNow : t.isArchivedAdvice}
      icon={<Archive size={34} strokeWidth={1.5} aria-hidden />}
    >
      {isReadable && (
        <Button look="primary" onClick={onRetry}>
          {t.retry}
        </Button>
      )}
      {!isOngoing && !isReadable && (
        <Button
          look="primary"
          disabled={!onRestore || changeDenied !== undefined}
          title={changeDenied}
          onClick={onRestore}
        >
          {t.restoreFromArchive}
        </Button>
      )}
    </ViewProblem>
  );
}
