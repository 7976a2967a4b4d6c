import { useStore } from 'zustand';
import type { Announcer } from './createAnnouncer.ts';

/**
 * The page's two live regions. They exist from the first drawing and stay: a region that is added together with its
 * words is not read. `data-live-announcer` keeps dialogs from hiding them with the rest of the page.
 */
export function LiveRegions({ announcer }: { readonly announcer: Announcer }) {
  const { status, alert } = useStore(announcer.store);
  return (
    <div className="visually-hidden" data-live-announcer="true">
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <output> is for results of forms */}
      <div role="status">{status}</div>
      <div role="alert">{alert}</div>
    </div>
  );
}
