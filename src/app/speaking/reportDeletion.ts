import type { QueryClient } from '@tanstack/react-query';
import type { DeleteEnd } from '#bucket-browser/DeleteDialog.tsx';
import type { Text } from '#text/Text.ts';
import type { Announcer } from './createAnnouncer.ts';
import type { ListingUpdater } from '../createListingUpdater.ts';
import type { Notices } from './createNotices.ts';

export interface ReportDeletionOptions {
  readonly connectionId: string;
  readonly end: DeleteEnd;
  readonly text: Text | undefined;
  readonly listingUpdater: Pick<ListingUpdater, 'deleted'>;
  readonly queryClient: Pick<QueryClient, 'invalidateQueries'>;
  readonly announcer: Pick<Announcer, 'say' | 'alert'>;
  readonly notices: Pick<Notices, 'add'>;
}

/**
 * After a deletion: rows that are gone leave the list, what was refused stays and says why. When an answer was lost or
 * not waited for, only the bucket knows what is gone, so the lists are read again.
 */
export function reportDeletion(options: ReportDeletionOptions): void {
  const { connectionId, end, text, listingUpdater, queryClient, announcer, notices } = options;
  listingUpdater.deleted(connectionId, end.deleted, end.wholeFolders);
  if (end.failure !== undefined || end.wasStopped === true)
    void queryClient.invalidateQueries({ queryKey: ['listing', connectionId] });
  if (text === undefined) return;
  if (end.wasStopped === true) {
    notices.add(text.t.deleteStopped(end.deleted.length));
    announcer.say(text.t.deleteStopped(end.deleted.length));
  } else if (end.deleted.length > 0) {
    announcer.say(text.t.deletedCount(end.deleted.length));
  }
  if (end.failure === undefined) return;
  const count = end.refused > 0 ? text.t.deleteFailedFor(end.refused) : '';
  notices.add(count, end.failure);
  announcer.alert([count, text.failure(end.failure).title].filter((part) => part !== '').join(': '));
}
