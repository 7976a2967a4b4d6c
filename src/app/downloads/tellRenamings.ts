import { displayName } from '#text/displayName.ts';
import type { Text } from '#text/Text.ts';
import type { Announcer } from '../speaking/createAnnouncer.ts';
import type { Notices } from '../speaking/createNotices.ts';
import type { Renamings } from './createTreeDownload.ts';

/** Says which names of a download are not those of the bucket, and what could not be downloaded under any. */
export function tellRenamings(
  { count, examples }: Renamings,
  leftOut: readonly string[],
  { text, notices, announcer }: { readonly text: Text; readonly notices: Notices; readonly announcer: Announcer },
): void {
  const { t } = text;
  if (count > 0) {
    const shown = examples.map(({ from, to }) => t.nameChanged(displayName(from).text, displayName(to).text));
    notices.add(t.namesChanged(count, shown.join(', ')));
  }
  const [first] = leftOut;
  if (first === undefined) return;
  const message = t.leftOutOfArchive(leftOut.length);
  notices.add(message, { kind: 'local', code: 'UnsafeKey', message: first, facts: { key: first } });
  announcer.alert(message);
}
