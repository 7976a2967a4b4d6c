import { fillQueue } from './fillQueue.ts';
import type { QueueTimes } from './fillQueue.ts';
import { arrange, type ArrangeTimes, listByIndex, type ListingTimes } from './listByIndex.ts';
import { listByFetch } from './listByFetch.ts';
import { listBySdk } from './listBySdk.ts';
import { mintMany, type MintTimes } from './mintMany.ts';
import { readOnce } from './readOnce.ts';
import { receiveByEngine, type ReceiveSettings } from './receiveByEngine.ts';
import { receiveByFetch } from './receiveByFetch.ts';
import { sendByForms } from './sendByForms.ts';
import { putSlices } from './putSlices.ts';
import { sendByEngine } from './sendByEngine.ts';
import { sendBySdk } from './sendBySdk.ts';
import { sendByUppy } from './sendByUppy.ts';
import { sendByUppy4 } from './sendByUppy4.ts';

/** What the bench calls from outside. A number is the milliseconds that the sending took. */
export interface BenchPage {
  /** The app's own engine and client, wired as the app wires them. */
  engine(work: Work, settings: EngineSettings): Promise<number>;
  /** The vendor's client. */
  sdk(work: Work, settings: SdkSettings): Promise<number>;
  /** Uppy with its plugin for S3, at its defaults. */
  uppy(work: Work): Promise<number>;
  /** The same of the version before the last. */
  uppy4(work: Work): Promise<number>;
  /** Plain `fetch` of slices of the chosen file to presigned URLs, one list of URLs for each host. */
  raw(urls: readonly (readonly string[])[], shape: RawShape): Promise<number>;
  /** This many files through the engine against a server inside the page. */
  queue(count: number): Promise<QueueTimes>;
  /** Lists the bucket into an index that the page keeps. */
  listByIndex(): Promise<ListingTimes>;
  /** Lists it by the vendor's client, page after page. */
  listBySdk(): Promise<ListingTimes>;
  /** Fetches every page of the bucket and throws it away. */
  listByFetch(count: number, lanes: number): Promise<number>;
  /** Sorts and filters the index that is kept. */
  arrange(): Promise<ArrangeTimes>;
  /** Presigned links to this many objects, and a list of them. */
  mint(count: number): Promise<MintTimes>;
  /** One listing, one HEAD, one GET. */
  readOnce(key: string): Promise<void>;
  /** One object down, by the app's own engine. */
  receive(key: string, sizeBytes: number, settings: ReceiveSettings): Promise<number>;
  /** The same object by plain `fetch` of its ranges, thrown away. */
  receiveByFetch(key: string, sizeBytes: number, lanes: number): Promise<number>;
  /** Plain `fetch` of forms made by hand. */
  forms(work: SmallFiles, settings: { readonly hosts: number; readonly lanes: number }): Promise<number>;
}

/** `'chosen'`: the file in the page's one input. */
export type Work = 'chosen' | SmallFiles;

export interface SmallFiles {
  readonly count: number;
  readonly sizeBytes: number;
}

export interface EngineSettings {
  readonly verify: boolean;
  /** How many of the bucket's names the connection lists. */
  readonly hosts: number;
  readonly partsInFlight?: number;
  /** Send the same once before the clock starts, so that the engine knows the line. */
  readonly warm?: boolean;
}

/** Absent: the client's own defaults. */
export interface SdkSettings {
  readonly chunkBytes?: number;
  readonly parallel?: number;
}

export interface RawShape {
  readonly sliceBytes: number;
  readonly lanes: number;
}

const bench: BenchPage = {
  engine: (work, settings) => sendByEngine(filesOf(work), settings),
  sdk: (work, settings) => sendBySdk(filesOf(work), settings),
  uppy: (work) => sendByUppy(filesOf(work)),
  uppy4: (work) => sendByUppy4(filesOf(work)),
  queue: fillQueue,
  listByIndex,
  listBySdk,
  listByFetch,
  arrange,
  mint: mintMany,
  readOnce,
  raw: (urls, shape) => timed(() => putSlices(chosenFile(), urls, shape)),
  receive: receiveByEngine,
  receiveByFetch,
  forms: (work, settings) => sendByForms(filesOf(work), settings),
};

Object.assign(globalThis, { bench });

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function filesOf(work: Work): readonly Blob[] {
  if (work === 'chosen') return [chosenFile()];
  return Array.from({ length: work.count }, () => {
    return new Blob([crypto.getRandomValues(new Uint8Array(work.sizeBytes))]);
  });
}

function chosenFile(): File {
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('No file was chosen');
  return file;
}
