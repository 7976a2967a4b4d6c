import { displayName } from '#text/displayName.ts';
import type { Text } from '#text/Text.ts';
import type { Announcer } from '../speaking/createAnnouncer.ts';
import type { Notices } from '../speaking/createNotices.ts';
import type { UploadOutcome } from './createUploadFlow.ts';

/** More would cover the page. */
const NAMED = 20;

/** Says what was added, and what of a drop is no transfer: made folders, and files that were left out or not readable. */
export function tellUpload(
  { added, emptyFolders, failedFolders, unreadable, junk }: UploadOutcome,
  { text, notices, announcer }: { readonly text: Text; readonly notices: Notices; readonly announcer: Announcer },
): void {
  const { t } = text;
  const said = [
    added > 0 ? t.filesAdded(added) : '',
    emptyFolders > 0 ? t.emptyFoldersAdded(emptyFolders) : '',
    junk > 0 ? t.junkSkipped(junk) : '',
  ].filter((part) => part !== '');
  if (said.length > 0) announcer.say(said.join(', '));
  if (junk > 0) notices.add(t.junkSkipped(junk));
  const [firstFolder] = failedFolders;
  if (firstFolder !== undefined) {
    const names = failedFolders.map(({ relativePath }) => relativePath);
    notices.add(t.withNames(t.foldersFailed(names.length), ...shown(names)), firstFolder.failure);
    announcer.alert(t.foldersFailed(names.length));
  }
  const [first] = unreadable;
  if (first !== undefined) {
    const failure = { kind: 'local', code: 'FileUnreadable', message: first } as const;
    notices.add(t.withNames(t.unreadableFiles(unreadable.length), ...shown(unreadable)), failure);
    announcer.alert(t.unreadableFiles(unreadable.length));
  }
}

function shown(names: readonly string[]): [names: string, more: number] {
  const first = names.slice(0, NAMED).map((name) => displayName(name).text);
  return [first.join(', '), names.length - first.length];
}
