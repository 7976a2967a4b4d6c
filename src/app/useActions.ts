import type { ListedObjectEntry } from '#bucket-browser/BucketBrowser.tsx';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { Prefix } from '#cos/objectKey.ts';
import type { Collected } from '#files/Collected.ts';
import { createDownloadSink } from '#files/createDownloadSink.ts';
import { isAbortError, toFailure } from '#lib/Failure.ts';
import { useText } from '#text/useText.ts';
import { useServices } from './Services.ts';

/** What the browser's intents become. */
export function useActions(connection: Connection) {
  const { uploadInto, engine, announcer, notices } = useServices();
  const text = useText();
  const { t } = text;

  async function upload(prefix: Prefix, found: AsyncIterable<Collected> | Iterable<Collected>): Promise<void> {
    try {
      const { added, emptyFolders, failedFolders, unreadable, junk } = await uploadInto(connection.id, prefix, found);
      const said = [
        added > 0 ? t.filesAdded(added) : '',
        emptyFolders > 0 ? t.emptyFoldersAdded(emptyFolders) : '',
        junk > 0 ? t.junkSkipped(junk) : '',
      ].filter((part) => part !== '');
      if (said.length > 0) announcer.say(said.join(', '));
      if (junk > 0) notices.add(t.junkSkipped(junk));
      const [firstFolder] = failedFolders;
      if (firstFolder !== undefined) {
        notices.add(t.foldersFailed(failedFolders.length), firstFolder.failure);
        announcer.alert(t.foldersFailed(failedFolders.length));
      }
      const [first] = unreadable;
      if (first !== undefined) {
        notices.add(t.unreadableFiles(unreadable.length), { kind: 'local', code: 'FileUnreadable', message: first });
        announcer.alert(t.unreadableFiles(unreadable.length));
      }
    } catch (error) {
      if (isAbortError(error)) return;
      const failure = toFailure(error);
      notices.add('', failure);
      announcer.alert(text.failure(failure).title);
    }
  }

  function download(objects: readonly ListedObjectEntry[]): void {
    for (const { key, name, sizeBytes } of objects) {
      engine.addDownload({ connectionId: connection.id, key, name, sizeBytes, sink: createDownloadSink(name) });
    }
  }

  return { upload, download };
}
