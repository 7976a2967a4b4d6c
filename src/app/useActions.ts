import type { DownloadWay } from '#bucket-browser/DownloadWay.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { baseName, type Prefix } from '#cos/objectKey.ts';
import type { Collected } from '#files/Collected.ts';
import { FailureError } from '#lib/FailureError.ts';
import { isAbortError, toFailure } from '#lib/Failure.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { OperationRoot } from '#operations/OperationState.ts';
import { displayName } from '#text/displayName.ts';
import { useText } from '#text/useText.ts';
import type { TreeOutcome } from './downloads/createTreeDownload.ts';
import { useServices } from './Services.ts';
import { tellRenamings } from './downloads/tellRenamings.ts';
import { tellUpload } from './uploads/tellUpload.ts';

/** What the browser's intents become. */
export function useActions(connection: Connection) {
  const { uploadRefusal, uploadInto, downloadFrom, announcer, notices, operations } = useServices();
  const text = useText();
  const { t } = text;

  async function upload(prefix: Prefix, found: AsyncIterable<Collected> | Iterable<Collected>): Promise<void> {
    try {
      const refusal = await uploadRefusal(connection);
      if (refusal !== undefined) {
        tell(new FailureError(refusal));
        return;
      }
      tellUpload(await uploadInto(connection.id, prefix, found), { text, notices, announcer });
    } catch (error) {
      tell(error);
    }
  }

  function tellTree({ added, renamed, failed }: TreeOutcome): void {
    announcer.say(t.downloadsAdded(added));
    tellRenamings(renamed, [], { text, notices, announcer });
    for (const { prefix, failure } of failed) {
      notices.add(t.folderIncomplete(displayName(baseName(prefix)).text || t.emptyName), failure);
    }
    if (failed.length > 0) announcer.alert(t.foldersIncomplete(failed.length));
  }

  function tell(error: unknown): void {
    if (isAbortError(error)) return;
    const failure = toFailure(error);
    notices.add('', failure);
    announcer.alert(text.failure(failure).title);
  }

  async function download(prefix: Prefix, entries: readonly ListingEntry[], way: DownloadWay): Promise<void> {
    try {
      const outcome = await downloadFrom(connection, prefix, entries, way);
      if (outcome !== undefined) tellTree(outcome);
    } catch (error) {
      tell(error);
    }
  }

  /** Renames, moves, copies or deletes rows; how it goes is in the dock. */
  function run(
    kind: 'move' | 'copy' | 'trash' | 'restore' | 'delete',
    entries: readonly ListingEntry[],
    roots: readonly OperationRoot[],
    toConnectionId = connection.id,
  ): void {
    const [first] = entries;
    const name = entries.length === 1 && first !== undefined ? first.name : t.operationItems(entries.length);
    const elsewhere = toConnectionId === connection.id ? {} : { toConnectionId };
    operations.start({ kind, connectionId: connection.id, ...elsewhere, name, roots }).catch(tell);
  }

  return { upload, download, run };
}
