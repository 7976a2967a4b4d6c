import type { QueryClient } from '@tanstack/react-query';
import type { Conflict, ConflictAnswer } from '#bucket-browser/ConflictDialog.tsx';
import type { Listing } from '#bucket-browser/Listing.ts';
import { listingKey } from '#bucket-browser/listingQuery.ts';
import { parentPrefix, type ObjectKey, type Prefix } from '#cos/objectKey.ts';
import type { Collected } from '#files/Collected.ts';
import { contentTypeFor } from '#files/contentTypeFor.ts';
import { uploadKey } from '#files/uploadKey.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { TransferEngine, UploadRequest } from '#transfers/TransferEngine.ts';

export interface UploadFlowOptions {
  readonly engine: Pick<TransferEngine, 'addUploads' | 'skip'>;
  readonly queryClient: QueryClient;
  readonly askAll: (conflicts: readonly Conflict[]) => Promise<readonly ConflictAnswer[]>;
  readonly createFolder: (connectionId: string, prefix: Prefix) => Promise<void>;
}

/** What came of a drop or a pick, for telling the person. */
export interface UploadOutcome {
  readonly added: number;
  readonly emptyFolders: number;
  /** Empty folders that could not be made, and why. */
  readonly failedFolders: readonly { readonly relativePath: string; readonly failure: Failure }[];
  readonly unreadable: readonly string[];
  readonly junk: number;
}

export type UploadFlow = (
  connectionId: string,
  prefix: Prefix,
  found: AsyncIterable<Collected> | Iterable<Collected>,
) => Promise<UploadOutcome>;

type ListedObjectEntry = Extract<ListingEntry, { type: 'object' }>;

/** Handed to the engine together, so that sending starts while a large folder is still walked. */
const BATCH = 200;

/**
 * From files to transfers.
 *
 * [Note: Only conflicts wait] Names the loaded list does not have go up at once, under forbid-overwrite, so that
 * nothing is ever replaced unasked. Names it has are asked about before a byte moves. A name that appeared meanwhile
 * ends as a 409 in the dock, with the same three choices. A skipped file shows in the dock as skipped: every chosen
 * file ends where it can be seen.
 */
export function createUploadFlow({ engine, queryClient, askAll, createFolder }: UploadFlowOptions): UploadFlow {
  return async (connectionId, prefix, found) => {
    const known = knownObjects(queryClient, connectionId);
    const conflicting: { readonly request: UploadRequest; readonly conflict: Conflict }[] = [];
    const unreadable: string[] = [];
    let pending: UploadRequest[] = [];
    let added = 0;
    let emptyFolders = 0;
    const failedFolders: { relativePath: string; failure: Failure }[] = [];
    let junk = 0;
    const send = (): void => {
      if (pending.length > 0) engine.addUploads(pending);
      added += pending.length;
      pending = [];
    };

    for await (const item of found) {
      switch (item.type) {
        case 'file': {
          const { file, relativePath, getHandle } = item;
          const request: UploadRequest = {
            connectionId,
            key: uploadKey(prefix, relativePath),
            name: file.name,
            file,
            contentType: contentTypeFor(file.name, file.type),
            onExisting: 'ask',
            ...(getHandle === undefined ? {} : { getHandle }),
          };
          const existing = known(request.key);
          if (existing === undefined) pending.push(request);
          else conflicting.push({ request, conflict: conflictOf(file, existing) });
          if (pending.length >= BATCH) send();
          break;
        }
        case 'emptyFolder':
          send();
          try {
            await createFolder(connectionId, uploadKey(prefix, item.relativePath));
            emptyFolders += 1;
          } catch (error) {
            // The files of the walk that are still to come are not this folder's fault.
            failedFolders.push({ relativePath: item.relativePath, failure: toFailure(error) });
          }
          break;
        case 'unreadable':
          unreadable.push(item.relativePath);
          break;
        case 'junk':
          junk += 1;
          break;
      }
    }
    send();

    if (conflicting.length > 0) {
      const answers = await askAll(conflicting.map(({ conflict }) => conflict));
      const skipped: UploadRequest[] = [];
      for (const [index, { request }] of conflicting.entries()) {
        const answer = answers[index];
        if (answer === undefined || answer === 'skip') skipped.push(request);
        else pending.push({ ...request, onExisting: answer });
      }
      send();
      // A run that was skipped before it had its turn sends nothing.
      for (const id of engine.addUploads(skipped)) engine.skip(id);
    }
    return { added, emptyFolders, failedFolders, unreadable, junk };
  };
}

/** Looks a key up in the list of its own prefix, as far as one is loaded. */
function knownObjects(
  queryClient: QueryClient,
  connectionId: string,
): (key: ObjectKey) => ListedObjectEntry | undefined {
  const byPrefix = new Map<Prefix, ReadonlyMap<ObjectKey, ListedObjectEntry>>();
  return (key) => {
    const prefix = parentPrefix(key);
    let objects = byPrefix.get(prefix);
    if (objects === undefined) {
      const listing = queryClient.getQueryData<Listing>(listingKey(connectionId, prefix));
      const entries = listing?.entries.filter((entry) => entry.type === 'object') ?? [];
      objects = new Map(entries.map((entry) => [entry.key, entry]));
      byPrefix.set(prefix, objects);
    }
    return objects.get(key);
  };
}

function conflictOf(file: File, { name, sizeBytes, lastModified }: ListedObjectEntry): Conflict {
  return {
    name,
    existing: { sizeBytes, lastModified },
    incoming: { sizeBytes: file.size, lastModified: new Date(file.lastModified) },
  };
}
