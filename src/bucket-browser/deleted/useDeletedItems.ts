import { useEffect, useMemo, useRef, useState } from 'react';
import type { Deletion } from '#cos/deletionOf.ts';
import type { Prefix } from '#cos/objectKey.ts';
import { isAbortError, toFailure, type Failure } from '#lib/Failure.ts';
import type { DeletedActions } from './DeletedActions.ts';
import { deletedRows, type FoundDeleted } from './deletedRows.ts';

/** Rows are drawn anew this often while pages come. */
const SHOW_EVERY_MS = 250;

interface Looked extends FoundDeleted {
  readonly looked: number;
  readonly status: 'looking' | 'stopped' | 'done';
  readonly failure?: Failure;
}

const NOTHING: Looked = { deletions: [], folders: new Set(), looked: 0, status: 'looking' };

/**
 * What was deleted below a prefix, read page by page. What was found before stays on screen until it is found anew.
 *
 * @param isThere whether a folder still has something in it; undefined while that is not known
 */
export function useDeletedItems(
  { pages, revision }: Pick<DeletedActions, 'pages' | 'revision'>,
  prefix: Prefix,
  isDeep: boolean,
  isThere: ((folder: Prefix) => boolean) | undefined,
  language: string,
) {
  const [found, setFound] = useState(NOTHING);
  const work = useRef<AbortController>(undefined);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    work.current = controller;
    const { signal } = controller;
    const deletions: Deletion[] = [];
    const folders = new Set<Prefix>();
    let looked = 0;
    let shownAt = performance.now();
    const show = (status: Looked['status'], failure?: Failure): void => {
      shownAt = performance.now();
      const end = failure === undefined ? {} : { failure };
      setFound({ deletions: [...deletions], folders: new Set(folders), looked, status, ...end });
    };
    const look = async (): Promise<void> => {
      for await (const page of pages(prefix, isDeep, signal)) {
        deletions.push(...page.deletions);
        for (const folder of page.folders) folders.add(folder);
        looked += page.looked;
        if (performance.now() - shownAt > SHOW_EVERY_MS) show('looking');
      }
      show('done');
    };
    let isLeft = false;
    look().catch((error: unknown) => {
      if (isLeft) return;
      if (isAbortError(error)) show('stopped');
      else show('stopped', toFailure(error));
    });
    return () => {
      isLeft = true;
      controller.abort(new DOMException('left', 'AbortError'));
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the last two say that the bucket is to be asked again
  }, [pages, prefix, isDeep, revision, tries]);

  const items = useMemo(
    () => deletedRows(found, prefix, isThere, new Intl.Collator(language, { numeric: true })),
    [found, prefix, isThere, language],
  );
  const stop = (): void => work.current?.abort(new DOMException('stopped', 'AbortError'));
  return { ...found, items, stop, lookAgain: () => setTries((count) => count + 1) };
}
