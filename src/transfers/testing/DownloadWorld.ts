import type { GetObjectInput } from '#cos/CosCalls.ts';
import type { CallOptions, CosClient } from '#cos/CosClient.ts';
import { CosError } from '#cos/CosError.ts';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
import { createDownloadJournal } from '../createDownloadJournal.ts';
import { createUnfinishedDownloads } from '../createUnfinishedDownloads.ts';
import type { UnfinishedDownloads } from '../createUnfinishedDownloads.ts';
import { delay } from '../Timers.ts';
import { isFinished } from '../TransferState.ts';
import type { Transfer } from '../TransferState.ts';
import { DOWNLOAD_FAULTS, faultyBody, lost } from './faultyBody.ts';
import type { DownloadFault } from './faultyBody.ts';
import { MemoryDisk } from './MemoryDisk.ts';
import { crc64Of, patterned, startEngine } from './startEngine.ts';
import type { EngineUnderTest } from './startEngine.ts';
import { VirtualTime } from './VirtualTime.ts';

const KEY = 'a/o.bin';
const MINUTE = 60_000;
const OWN_PATIENCE_MS = 600_000;
/** Small figures, so that an object of little more than a MiB has many ranges. */
const POLICY = { rangeBytes: 32 * 1024, blockBytes: 16 * 1024 };

/** One object that may change, a disk that outlives the page, a line between them, and what was promised. */
export class DownloadWorld {
  readonly time = new VirtualTime(3);
  readonly broken: string[] = [];
  readonly faults: DownloadFault[] = [];
  requests = 0;
  private readonly store = createMemoryJournal();
  private readonly versions = new Map<string, Uint8Array<ArrayBuffer>>();
  private readonly disk = new MemoryDisk((bytes) => this.checkSaved(bytes));
  private readonly transfers = new Map<string, Transfer>();
  private etag = '';
  private isOnline = true;
  private outageUntil = 0;
  private page: EngineUnderTest;
  private unfinished: UnfinishedDownloads;

  constructor(sizeBytes: number) {
    this.change(sizeBytes);
    ({ page: this.page, unfinished: this.unfinished } = this.open());
    this.add();
  }

  add(): void {
    const sizeBytes = this.current().length;
    this.page.engine.addDownload({
      connectionId: 'media',
      key: KEY,
      name: 'o.bin',
      sizeBytes,
      sink: this.disk.stage(),
    });
  }

  /** Somebody writes the object anew. */
  change(sizeBytes: number): void {
    this.etag = `v${this.versions.size + 1}`;
    const bytes = patterned(sizeBytes);
    bytes.forEach((byte, at) => (bytes[at] = byte ^ this.versions.size));
    this.versions.set(this.etag, bytes);
  }

  command(name: 'pause' | 'resume' | 'cancel' | 'retry' | 'startOver', pick: number): void {
    const ids = [...this.transfers.keys()];
    const id = ids[pick % Math.max(1, ids.length)];
    if (id !== undefined) this.page.engine[name](id);
  }

  crashFileWorker(): void {
    this.disk.crashes = 1;
  }

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    this.page.setOnline(isOnline);
  }

  /** Nothing is answered for so long. I5: the requests made meanwhile are few. */
  async outage(ms: number): Promise<void> {
    const before = this.requests;
    this.outageUntil = this.time.now() + ms;
    await this.time.pass(ms);
    const made = this.requests - before;
    const allowed = 8 * 12 + 2 * Math.ceil(ms / MINUTE) + 8;
    if (made > allowed) this.broken.push(`I5: ${made} requests in an outage of ${ms} ms, ${allowed} allowed`);
  }

  /** The page dies, is opened again, and the person goes on with all that is listed. */
  async crash(inPowerCut: boolean): Promise<void> {
    this.disk.leave(inPowerCut);
    this.page.engine.dispose();
    this.transfers.clear();
    await this.time.settle();
    ({ page: this.page, unfinished: this.unfinished } = this.open());
    await this.unfinished.refresh();
    for (const { stagedAs } of this.unfinished.store.getState()) void this.unfinished.resume(stagedAs);
  }

  /** All is well and the person answers what is asked: every download ends, and none leaves bytes behind. */
  async heal(): Promise<void> {
    this.faults.length = 0;
    this.disk.crashes = 0;
    this.outageUntil = 0;
    this.setOnline(true);
    for (let round = 0; round < 20 && this.openOnes().length > 0; round += 1) {
      await this.time.pass(3 * MINUTE);
      for (const { id, state } of this.openOnes()) {
        if (state.status === 'failed') this.page.engine.retry(id);
        if (state.status !== 'paused') continue;
        if (state.failure?.code === 'ObjectChanged') this.page.engine.startOver(id);
        else this.page.engine.resume(id);
      }
    }
    const hanging = this.openOnes().map(({ state }) => JSON.stringify(state));
    if (hanging.length > 0) this.broken.push(`I1, liveness: ${hanging.join('; ')}`);
    const completed = [...this.transfers.values()].filter(({ state }) => state.status === 'completed').length;
    if (completed > this.disk.saved) this.broken.push(`I1: ${completed} Done, ${this.disk.saved} saved`);
    this.page.engine.dispose();
  }

  private open(): { readonly page: EngineUnderTest; readonly unfinished: UnfinishedDownloads } {
    const journal = createDownloadJournal({ store: this.store, now: this.time.now });
    const cos = Object.assign(new FakeCosClient(), { getObject: this.answer });
    const page = startEngine({ cosFor: () => cos, timers: this.time, downloads: journal, policy: POLICY });
    page.setOnline(this.isOnline);
    page.engine.subscribe((events) => {
      for (const event of events) {
        if (event.type === 'removed') continue;
        for (const one of event.type === 'added' ? event.transfers : [event.transfer]) this.transfers.set(one.id, one);
      }
    });
    const unfinished = createUnfinishedDownloads({
      engine: page.engine,
      journal,
      locks: { heldNames: async () => new Set() },
      cosFor: () => cos,
      ...POLICY,
      reopen: (stagedAs) => this.disk.stage(stagedAs),
      removeStaged: async (stagedAs) => this.disk.remove(stagedAs),
      removeStale: async () => undefined,
    });
    return { page, unfinished };
  }

  private readonly answer: CosClient['getObject'] = async ({ range }: GetObjectInput, options?: CallOptions) => {
    const { signal = new AbortController().signal } = options ?? {};
    signal.throwIfAborted();
    this.requests += 1;
    const fault = this.faults.shift();
    await delay(this.time, fault === 'hang' ? OWN_PATIENCE_MS : 20, signal);
    if (!this.isOnline || this.time.now() < this.outageUntil || fault === 'hang') throw new CosError(lost);
    const failure = fault && DOWNLOAD_FAULTS[fault];
    if (failure) throw new CosError(failure);
    const whole = this.current();
    const startByte = range && fault !== 'no ranges' ? range.start : 0;
    if (range && range.start >= whole.length) throw new CosError({ ...serviceFailure('InvalidRange'), status: 416 });
    const bytes = whole.slice(startByte, fault === 'no ranges' ? whole.length : range?.end);
    const { etag } = this;
    return {
      sizeBytes: whole.length,
      etag,
      crc64: crc64Of(whole),
      startByte,
      body: faultyBody(bytes, this.time, fault),
    };
  };

  /** I2: what is saved is one version of the object, whole. */
  private checkSaved(bytes: Uint8Array): void {
    const isOne = [...this.versions.values()].some((version) => Buffer.compare(version, bytes) === 0);
    if (!isOne) this.broken.push(`I2: saved ${bytes.length} bytes that were never the object`);
  }

  private current(): Uint8Array<ArrayBuffer> {
    return this.versions.get(this.etag) ?? new Uint8Array();
  }

  private openOnes(): Transfer[] {
    return [...this.transfers.values()].filter(
      ({ state }) => !isFinished(state) || (state.status === 'failed' && state.resumable),
    );
  }
}
