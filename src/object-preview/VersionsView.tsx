import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { ObjectVersion } from '#cos/CosObject.ts';
import { isAbortError, toFailure, type Failure } from '#lib/Failure.ts';
import type { VersionMarker } from '#listing/versionsOf.ts';
import { displayName } from '#text/displayName.ts';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { useAnnounce } from '#ui/useAnnounce.ts';
import { useFocusKeeper } from '#ui/useFocusKeeper.ts';
import { DeleteVersionDialog } from './DeleteVersionDialog.tsx';
import type { DeniedChanges } from './DeniedChanges.ts';
import type { ReadableVersion, VersionActions } from './VersionActions.ts';
import { VersionRow } from './VersionRow.tsx';
import styles from './VersionsView.module.css';
import { ViewProblem } from './ViewProblem.tsx';
import { ViewWaiting } from './ViewWaiting.tsx';

/** By then the dialog has tried to give the keyboard back. */
const RESTORED_MS = 50;

export interface VersionsViewProps {
  /** Tells this object of this connection apart from every other. */
  readonly objectId: string;
  /** The last part of the key. */
  readonly name: string;
  readonly actions: VersionActions;
  readonly denied: DeniedChanges;
  /** The version that is asked about; it outlives a change of the window's width, which draws this view anew. */
  readonly doomed: ObjectVersion | undefined;
  readonly onDoom: (version: ObjectVersion | undefined) => void;
}

/** Takes the keyboard to the list that is there once the question has closed, if nothing else took it. */
function focusIfLost(list: RefObject<HTMLElement | null>): void {
  setTimeout(() => {
    if (document.activeElement === document.body) list.current?.focus();
  }, RESTORED_MS);
}

/** The states an object had, newest first: to look at, to download, to make current again, to delete for good. */
export function VersionsView({ objectId, name, actions, denied, doomed, onDoom }: VersionsViewProps) {
  const { t } = useLateText();
  const announce = useAnnounce();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setIsBusy] = useState(false);
  // A question that was open already comes after the sheet around it, which would take the keyboard from it.
  const [mayAsk, setMayAsk] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setMayAsk(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  const listRef = useRef<HTMLUListElement>(null);
  // The button that asked may be gone when the question closes: with its version, or with the view before this one.
  useEffect(() => {
    if (doomed === undefined) return undefined;
    return () => focusIfLost(listRef);
  }, [doomed]);
  // A version that is deleted takes its buttons with it.
  const keeper = useFocusKeeper(() => listRef.current);
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['object versions', objectId],
    queryFn: ({ pageParam, signal }) => actions.page(pageParam, signal),
    initialPageParam: undefined as VersionMarker | undefined,
    getNextPageParam: ({ next }) => next,
    staleTime: 5000,
    gcTime: 30_000,
    retry: false,
    enabled: denied.seeVersions === undefined,
    structuralSharing: false,
  });

  async function act(work: () => Promise<void>, words?: string): Promise<void> {
    if (isBusy) return;
    setFailure(undefined);
    setIsBusy(true);
    try {
      await work();
      if (words !== undefined) announce(words);
    } catch (thrown) {
      if (!isAbortError(thrown)) setFailure(toFailure(thrown));
    } finally {
      setIsBusy(false);
    }
  }

  if (denied.seeVersions !== undefined) return <ViewProblem title={denied.seeVersions} />;
  if (data === undefined) {
    if (error === null || isFetching || isAbortError(error)) return <ViewWaiting />;
    return <FailureNotice layout="page" failure={toFailure(error)} onRetry={() => void refetch()} />;
  }
  const versions = data.pages.flatMap((page) => page.versions);
  const shownName = displayName(name).text || t.emptyName;
  if (versions.length === 0) return <ViewProblem title={t.noVersions} />;
  return (
    <div className={styles.versions}>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <ul
        ref={listRef}
        tabIndex={-1}
        {...keeper}
        aria-label={t.versionList(shownName)}
        aria-busy={isBusy || isFetching}
      >
        {versions.map((version) => (
          <VersionRow
            key={version.versionId}
            version={version}
            denied={denied}
            onView={(chosen) => actions.view(chosen.isLatest ? undefined : chosen)}
            onDownload={(chosen) => void act(() => actions.download(chosen))}
            onMakeCurrent={(chosen: ReadableVersion) =>
              void act(() => actions.makeCurrent(chosen), t.versionMadeCurrent(shownName))
            }
            onDelete={onDoom}
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" disabled={isFetching} onClick={() => void fetchNextPage()}>
          {t.moreVersions}
        </Button>
      )}
      {mayAsk && doomed !== undefined && (
        <DeleteVersionDialog
          version={doomed}
          onDelete={() => void act(() => actions.remove(doomed), t.versionDeleted)}
          onClose={() => onDoom(undefined)}
        />
      )}
    </div>
  );
}
