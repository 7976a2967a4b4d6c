import type { DeleteEnd } from '#bucket-browser/DeleteDialog.tsx';
import type { Text } from '#text/Text.ts';
import type { Announcer } from './createAnnouncer.ts';
import type { ListingUpdater } from './createListingUpdater.ts';
import type { Notices } from './createNotices.ts';

export interface ReportDeletionOptions {
  readonly connectionId: string;
  readonly end: DeleteEnd;
  readonly text: Text | undefined;
  readonly listingUpdater: ListingUpdater;
  readonly announcer: Announcer;
  readonly notices: Notices;
}

/** After a deletion: rows that are gone leave the list, what was refused stays and says why. */
export function reportDeletion(options: ReportDeletionOptions): void {
  const { connectionId, end, text, listingUpdater, announcer, notices } = options;
  listingUpdater.deleted(connectionId, end.deleted, end.wholeFolders);
  if (text === undefined) return;
  if (end.deleted.length > 0) announcer.say(text.t.deletedCount(end.deleted.length));
  if (end.failure === undefined) return;
  const count = end.refused > 0 ? text.t.deleteFailedFor(end.refused) : '';
  notices.add(count, end.failure);
  announcer.alert([count, text.failure(end.failure).title].filter((part) => part !== '').join(': '));
}
