import { useEffect } from 'react';
import type { Connection } from '#config/DeploymentConfig.ts';
import { useServices } from '../Services.ts';

/** Bucket listings of unfinished uploads are asked for once per connection and visit. */
const looked = new Set<string>();
/** It needs keys for writing, which many visits never do: not while the page is still being filled. */
const LOOK_AFTER_MS = 3000;

/**
 * Finds what earlier visits left unfinished: the journal at once and whenever the page comes back into view (another
 * tab may have gone on with it), the bucket's own list once the first rows are there, so that they never wait for it.
 */
export function useUnfinishedUploads({ id, prefix, access }: Connection, hasRows: boolean): void {
  const { unfinished, unfinishedDownloads } = useServices();
  useEffect(() => {
    const refresh = (): void => {
      if (document.visibilityState === 'visible') {
        void unfinished.refresh();
        void unfinishedDownloads.refresh();
      }
    };
    refresh();
    document.addEventListener('visibilitychange', refresh);
    return () => document.removeEventListener('visibilitychange', refresh);
  }, [unfinished, unfinishedDownloads]);
  useEffect(() => {
    if (!hasRows || access === 'anonymous' || looked.has(id)) return undefined;
    const timer = setTimeout(() => {
      looked.add(id);
      // Nobody has asked for it: a key without the right to list uploads is nothing to complain about.
      unfinished.lookInBucket(id, prefix).catch(() => undefined);
    }, LOOK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [unfinished, id, prefix, access, hasRows]);
}
