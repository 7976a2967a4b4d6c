import type { Carried, PutKind } from '#bucket-browser/Carried.ts';
import type { DownloadWay } from '#bucket-browser/DownloadWay.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { Prefix } from '#cos/objectKey.ts';
import type { Collected } from '#files/Collected.ts';
import { FailureError } from '#lib/FailureError.ts';
import { isAbortError, toFailure } from '#lib/Failure.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import type { OperationRequest } from '#operations/OperationEngine.ts';
import type { OperationRoot } from '#operations/OperationState.ts';
import { useText } from '#text/useText.ts';
import { rootsInto } from './operations/rootsFor.ts';
import { useServices } from './Services.ts';

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
      const outcome = await uploadInto(connection.id, prefix, found);
      const { tellUpload } = await import('./uploads/tellUpload.ts');
      tellUpload(outcome, { text, notices, announcer });
    } catch (error) {
      tell(error);
    }
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
      if (outcome === undefined) return;
      const { tellTree } = await import('./downloads/tellTree.ts');
      tellTree(outcome, { text, notices, announcer });
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
    connectionId = connection.id,
  ): void {
    const elsewhere = toConnectionId === connectionId ? {} : { toConnectionId };
    change({ kind, ...elsewhere, roots }, entries, connectionId);
  }

  /** Starts what the server does with rows. */
  function change(
    request: Pick<OperationRequest, 'kind' | 'toConnectionId' | 'roots' | 'edit' | 'access' | 'wish'>,
    entries: readonly { readonly name: string }[],
    connectionId = connection.id,
  ): void {
    operations.start({ ...request, connectionId, name: nameOf(entries) }).catch(tell);
  }

  /** Puts what was dragged or pasted into a folder of this connection. */
  function put(target: Prefix, kind: PutKind, { entries, connectionId }: Carried): void {
    run(kind, entries, rootsInto(target, entries), connection.id, connectionId);
  }

  /** Something was not done, and why. */
  function refuse(reason: string): void {
    notices.add(reason);
    announcer.alert(reason);
  }

  function nameOf(entries: readonly { readonly name: string }[]): string {
    const [first] = entries;
    return entries.length === 1 && first !== undefined ? first.name : t.operationItems(entries.length);
  }

  async function exportList(index: ListingIndex, rows: Int32Array, place: string): Promise<void> {
    try {
      const { exportListing } = await import('./exportListing.ts');
      await exportListing(index, rows, place);
      announcer.say(t.listExported(rows.length));
    } catch (error) {
      tell(error);
    }
  }

  return { exportList, upload, download, run, change, put, refuse };
}
