// oxlint-disable-next-line import/default -- Vite makes this export; the suffix asks for the worker's address.
import workerUrl from './arrange.worker.ts?worker&url';
import type { ObjectColumns } from '#cos/ObjectColumns.ts';
import { createTrustedWorker } from '#lib/trustedWorkerUrl.ts';
import type { ArrangeAnswer, ArrangeRequest } from './arrangeMessages.ts';
import { arrangeRows } from './arrangeRows.ts';
import type { ListingIndex } from './ListingIndex.ts';
import type { RowWish } from './RowWish.ts';

/** Rows that are arranged where they are: less than a worker would need to start. */
const AT_ONCE = 10_000;

/** The little of `Worker` that is needed, so that a test can play it. */
export type ArrangeWorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** Arranges the rows of one index; of a long one in a worker, which gets its columns when it is first needed. */
export interface Arranger {
  /** The rows at once, when they are few; undefined: ask `later`. */
  now(wish: RowWish): Int32Array | undefined;
  /** A newer question replaces the one before, whose promise then stays open. */
  later(wish: RowWish, onProgress?: (fraction: number) => void): Promise<Int32Array>;
  readonly close: () => void;
}

export function createArranger(
  index: ListingIndex,
  startWorker: () => ArrangeWorkerLike = () => createTrustedWorker(workerUrl),
): Arranger {
  let worker: ArrangeWorkerLike | undefined;
  /** What the worker has, by block number. Columns that our own writes changed are the same object: their version tells. */
  let sent: { readonly columns: ObjectColumns; readonly edits: number }[] = [];
  let asked = 0;
  let waiting:
    | {
        readonly done: (rows: Int32Array) => void;
        readonly fail: (error: Error) => void;
        readonly progress: (f: number) => void;
      }
    | undefined;

  function hear({ data }: MessageEvent<ArrangeAnswer>): void {
    if (data.id !== asked) return;
    if (data.type === 'progress') waiting?.progress(data.fraction);
    else if (data.type === 'arranged') waiting?.done(data.rows);
    else waiting?.fail(new Error(data.message));
  }

  function running(): ArrangeWorkerLike {
    if (worker === undefined) {
      worker = startWorker();
      worker.addEventListener('message', hear);
      worker.addEventListener('error', (event) => {
        close();
        waiting?.fail(new Error(`the sorting worker stopped: ${event.message}`));
      });
    }
    return worker;
  }

  function close(): void {
    worker?.terminate();
    worker = undefined;
    sent = [];
  }

  /** Blocks the worker lacks; a copy of them goes there. */
  function unsent(): ArrangeRequest['blocks'] {
    const news: [number, ObjectColumns][] = [];
    for (const [number, { columns, edits }] of index.blocks.entries()) {
      if (sent[number]?.columns === columns && sent[number].edits === edits) continue;
      sent[number] = { columns, edits };
      // The worker looks at names, sizes and times.
      news.push([number, { ...columns, md5s: NO_BYTES, partCounts: NO_COUNTS, oddEtags: NO_ETAGS }]);
    }
    return news;
  }

  return {
    now: (wish) => {
      if (index.count > AT_ONCE) return undefined;
      const steps = arrangeRows(index.blocks, index.rows(), wish);
      let step = steps.next();
      while (!step.done) step = steps.next();
      return step.value;
    },
    later: (wish, onProgress = () => {}) =>
      new Promise((done, fail) => {
        waiting = { done, fail, progress: onProgress };
        asked += 1;
        const request: ArrangeRequest = { id: asked, blocks: unsent(), rows: index.rows(), wish };
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
        running().postMessage(request);
      }),
    close,
  };
}

const NO_BYTES = new Uint8Array(0);
const NO_COUNTS = new Uint16Array(0);
const NO_ETAGS: ReadonlyMap<number, string> = new Map();
