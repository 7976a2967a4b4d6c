import { baseName } from '#cos/objectKey.ts';
import { displayName } from '#text/displayName.ts';
import type { Text } from '#text/Text.ts';
import type { TreeOutcome } from './createTreeDownload.ts';
import { tellRenamings } from './tellRenamings.ts';
import type { Announcer } from '../speaking/createAnnouncer.ts';
import type { Notices } from '../speaking/createNotices.ts';

/** Says what was added of a tree of folders, and which of them are not whole. */
export function tellTree(
  { added, renamed, failed }: TreeOutcome,
  ways: { readonly text: Text; readonly notices: Notices; readonly announcer: Announcer },
): void {
  const { t } = ways.text;
  ways.announcer.say(t.downloadsAdded(added));
  tellRenamings(renamed, [], ways);
  for (const { prefix, failure } of failed) {
    ways.notices.add(t.folderIncomplete(displayName(baseName(prefix)).text || t.emptyName), failure);
  }
  if (failed.length > 0) ways.announcer.alert(t.foldersIncomplete(failed.length));
}
