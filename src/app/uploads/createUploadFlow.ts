import type { ListedObject } from '#cos/CosObject.ts';
import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import type { Collected } from '#files/Collected.ts';
import type { Comparison } from '#listing/compareContents.ts';
import type { NameLookup } from '#listing/createNameLookup.ts';
import type { TransferEngine, UploadRequest } from '#transfers/TransferEngine.ts';
import type { UploadOptions } from '#transfers/UploadOptions.ts';
import type { ConflictAnswer } from '#upload-dialogs/Conflict.ts';
import type { ConflictQuestions } from './createConflictQuestions.ts';
import { createFolderMaker, type FoldersMade } from './createFolderMaker.ts';
import { createNameSorter } from './createNameSorter.ts';
import { createNumberedNames } from './createNumberedNames.ts';
import { describeConflict } from './describeConflict.ts';
import { requestFor } from './requestFor.ts';

export interface UploadFlowOptions {
  readonly engine: Pick<TransferEngine, 'addUploads' | 'skip'>;
  readonly questions: Pick<ConflictQuestions, 'begin'>;
  readonly lookUp: (connectionId: string, within: Prefix) => NameLookup;
  readonly compare: (
    connectionId: string,
    what: { readonly key: ObjectKey; readonly file: Blob },
    signal: AbortSignal,
  ) => Promise<Comparison>;
  /** Undefined when it is not known. */
  readonly keepsVersions: (connectionId: string) => Promise<boolean | undefined>;
  /** What the person chose for uploads; asked once for each drop. */
  readonly options: () => UploadOptions | undefined;
  /** Whether names stay as the system wrote them. Default: no. */
  readonly keepsNames?: () => boolean;
  readonly createFolder: (connectionId: string, prefix: Prefix) => Promise<void>;
  readonly setTimeout: (callback: () => void, delayMs: number) => unknown;
}

/** What came of a drop or a pick, for telling the person. Files that are asked about are not in it. */
export interface UploadOutcome extends FoldersMade {
  readonly added: number;
  readonly unreadable: readonly string[];
  readonly junk: number;
}

export type UploadFlow = (
  connectionId: string,
  prefix: Prefix,
  found: AsyncIterable<Collected> | Iterable<Collected>,
) => Promise<UploadOutcome>;

/**
 * From files to transfers.
 *
 * [Note: Only conflicts wait] Names that the bucket does not have go up at once, while others are still looked up and
 * the folder is still walked; under forbid-overwrite, so that nothing is ever replaced unasked. Names it has are asked
 * about before a byte moves. A name that appeared meanwhile ends as a 409 in the dock, with the same three choices; a
 * bucket that keeps versions answers no 409, so where nothing could be listed each name is looked for by itself. A
 * skipped file shows in the dock as skipped: every chosen file ends where it can be seen.
 */
export function createUploadFlow(options: UploadFlowOptions): UploadFlow {
  return async (connectionId, prefix, found) => {
    const { engine } = options;
    const chosen = options.options();
    const unreadable: string[] = [];
    const target = { connectionId, prefix, keepsNames: options.keepsNames?.() ?? false };
    const folders = createFolderMaker(options.createFolder, target);
    let added = 0;
    let junk = 0;

    const asked = askAboutTaken(options, connectionId, prefix);
    const names = createNameSorter<UploadRequest>({
      target: prefix,
      lookUp: (within) => options.lookUp(connectionId, within),
      onFree: async (requests, isListed) => {
        added += requests.length;
        // A bucket that keeps no versions refuses what is taken by itself.
        const looksFirst = !isListed && (await options.keepsVersions(connectionId)) !== false;
        engine.addUploads(looksFirst ? requests.map((request) => ({ ...request, looksFirst })) : requests);
      },
      onTaken: asked.ask,
      setTimeout: options.setTimeout,
    });

    try {
      for await (const item of found) {
        switch (item.type) {
          case 'file':
            names.add(requestFor(target, item, 'ask', chosen));
            break;
          case 'emptyFolder':
            folders.make(item.relativePath);
            break;
          case 'unreadable':
            unreadable.push(item.relativePath);
            break;
          case 'junk':
            junk += 1;
            break;
        }
      }
    } finally {
      await names.end();
      asked.end();
    }
    return { added, ...(await folders.end()), unreadable, junk };
  };
}

/** Puts taken names on the sheet, has equal sizes compared meanwhile, and sends what is decided. */
function askAboutTaken(options: UploadFlowOptions, connectionId: string, prefix: Prefix) {
  const { engine, questions, compare } = options;
  const numbers = createNumberedNames(prefix, (within) => options.lookUp(connectionId, within));
  const waiting = new Map<ObjectKey, { readonly requests: UploadRequest[]; readonly comparing: AbortController }>();

  const keepBoth = async (requests: readonly UploadRequest[]): Promise<void> => {
    const keys = await numbers.lastTaken(requests.map(({ key }) => key));
    engine.addUploads(requests.map((request, index) => withAnswer(request, 'keep-both', keys[index] ?? request.key)));
  };

  const decide = (keys: readonly ObjectKey[], answer: ConflictAnswer): void => {
    const requests = keys.flatMap((key) => {
      const found = waiting.get(key);
      waiting.delete(key);
      found?.comparing.abort();
      return found?.requests ?? [];
    });
    // A run that was skipped before it had its turn sends nothing.
    if (answer === 'skip') for (const id of engine.addUploads(requests)) engine.skip(id);
    else if (answer === 'replace') engine.addUploads(requests.map((request) => withAnswer(request, answer)));
    else void keepBoth(requests);
  };
  const batch = questions.begin(connectionId, decide);

  const ask = (taken: readonly { readonly item: UploadRequest; readonly object: ListedObject }[]): void => {
    const fresh = taken.filter(({ item }) => {
      // Two files of one name, as a Mac and another system write it, are one question.
      const before = waiting.get(item.key);
      before?.requests.push(item);
      if (!before) waiting.set(item.key, { requests: [item], comparing: new AbortController() });
      return !before;
    });
    const conflicts = fresh.map(({ item, object }) => describeConflict(prefix, item.key, item.file, object));
    batch.ask(conflicts);
    for (const [index, { item }] of fresh.entries()) {
      const comparing = waiting.get(item.key)?.comparing;
      if (conflicts[index]?.contents !== 'comparing' || !comparing) continue;
      compare(connectionId, item, comparing.signal).then(
        ({ sameness }) => batch.told(item.key, sameness),
        () => undefined, // It was decided before.
      );
    }
  };
  return { ask, end: batch.end };
}

function withAnswer(
  request: UploadRequest,
  onExisting: UploadRequest['onExisting'],
  key: ObjectKey = request.key,
): UploadRequest {
  return { ...request, onExisting, key };
}
