import { setMaxListeners } from 'node:events';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import type { JournalStore } from '#lib/JournalStore.ts';
import type { Crc64Hasher } from '#lib/Crc64Hasher.ts';
import { FailureError } from '#lib/FailureError.ts';
import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
import { createTransferEngine } from '../createTransferEngine.ts';
import { createUploadJournal } from '../createUploadJournal.ts';
import { isOutage } from '../isOutage.ts';
import { loadMovers } from '../loadMovers.ts';
import { MIB } from '../planParts.ts';
import type { TransferEngine, UploadRequest } from '../TransferEngine.ts';
import { DEFAULT_TRANSFER_POLICY } from '../TransferPolicy.ts';
import { isFinished } from '../TransferState.ts';
import type { Transfer, TransferId } from '../TransferState.ts';
import { createMemoryLocks } from './createMemoryLocks.ts';
import { createFaultyCosClient } from './FaultyCosClient.ts';
import type { RequestFault, SeenRequest } from './FaultyCosClient.ts';
import { contentOf, EditedBlob, GoneBlob, joinSymbolic, SymbolicFile, symbolicCrc64 } from './SymbolicBlob.ts';
import { VirtualTime } from './VirtualTime.ts';

await loadMovers(); // Virtual time does not wait for modules.
setMaxListeners(0); // One signal stops all lanes of a transfer; Node takes more than ten listeners for a leak.

/** A fault that waits for its request. */
export interface PlannedFault {
  readonly operation: SeenRequest['operation'] | 'any';
  readonly fault: RequestFault;
  /** How many requests it strikes. */
  times: number;
}

/** What a person put into a tab: the file may be edited later, the transfer is found again after a crash. */
interface Chosen {
  readonly key: string;
  file: SymbolicFile;
  readonly onExisting: UploadRequest['onExisting'];
  id: TransferId;
  /** The bar as it was last shown. */
  shown: number;
  /** The person was told that it begins anew. */
  startsOver: boolean;
}

interface Tab {
  engine: TransferEngine;
  readonly chosen: Chosen[];
  readonly transfers: Map<TransferId, Transfer>;
}

const LANES = 3;
const MINUTE = 60_000;
/** Small figures, so that every phase happens in every schedule. */
const POLICY = { formBytes: -1, firstPartBytes: MIB, wholeFileBytes: MIB };

const hash: Crc64Hasher = async (blob, signal) => {
  signal?.throwIfAborted();
  if (blob instanceof GoneBlob) throw new FailureError({ kind: 'local', code: 'FileUnreadable', message: 'gone' });
  if (blob instanceof EditedBlob || (blob instanceof SymbolicFile && blob.isEdited)) {
    throw new FailureError({ kind: 'local', code: 'FileChanged', message: 'edited' });
  }
  return symbolicCrc64(blob);
};

/**
 * Up to two tabs of one browser, a bucket, a line between them, and the promises: whatever is broken is written down in
 * `broken` at the moment it happens.
 */
export class ScheduleWorld {
  readonly time = new VirtualTime(1);
  readonly bucket = new InMemoryCosClient({ join: joinSymbolic, crc64: symbolicCrc64 });
  readonly broken: string[] = [];
  /** What the journal had to say about itself. */
  readonly complaints: string[] = [];
  readonly tabs: Tab[] = [];
  readonly requests: SeenRequest[] = [];
  private readonly faults: PlannedFault[] = [];
  private readonly store: JournalStore;
  private readonly locks = createMemoryLocks();
  private readonly listeners = new Set<() => void>();
  /** Parts whose answer the client has read, as `uploadId/number`; sending one again breaks the promise. */
  private readonly delivered = new Set<string>();
  /** Keys whose uploads the server would not remove: they are shown under "Unfinished uploads". */
  private readonly refused = new Set<string>();
  /** Keys an upload of which was begun without an answer. */
  private readonly unheard = new Set<string>();
  /** Files of which parts may be sent again: they were edited, or one tab has given them up. */
  private readonly unsure = new Set<string>();
  private isOnline = true;
  private outageUntil = 0;
  private hasCrashed = false;
  private files = 0;

  /** @param store the browser's own, when it is to misbehave */
  constructor(store: JournalStore = createMemoryJournal()) {
    this.store = store;
    this.openTab();
  }

  // What a person does

  openTab(): void {
    const tab: Tab = { engine: this.startEngine(), chosen: [], transfers: new Map() };
    this.watch(tab);
    this.tabs.push(tab);
  }

  add(tabIndex: number, sizeBytes: number, onExisting: UploadRequest['onExisting']): void {
    const number = (this.files += 1);
    this.choose(
      this.tab(tabIndex),
      `f${number}.bin`,
      new SymbolicFile(`f${number}.bin`, `f${number}v1`, sizeBytes),
      onExisting,
    );
  }

  /** The same file to the same key in the other tab. */
  addInOtherTab(pick: number): void {
    const chosen = this.pick(pick);
    if (!chosen) return;
    if (this.tabs.length < 2) this.openTab();
    const other = this.tabs.find((tab) => !tab.chosen.includes(chosen));
    if (!other || other.chosen.some(({ key }) => key === chosen.key)) return;
    this.choose(other, chosen.key, chosen.file, chosen.onExisting);
  }

  command(pick: number, name: 'pause' | 'resume' | 'cancel' | 'skip' | 'retry' | 'takeOver'): void {
    const chosen = this.pick(pick);
    if (!chosen) return;
    const { engine } = this.tabOf(chosen);
    if (name === 'cancel' || name === 'skip') this.unsure.add(fileOf(chosen.key));
    if (name === 'retry') this.retry(engine, chosen);
    else engine[name](chosen.id);
  }

  /** A program on this machine writes the file anew; what was chosen cannot be read any more. */
  edit(pick: number): void {
    const chosen = this.pick(pick);
    if (!chosen) return;
    chosen.file.isEdited = true;
    // Whether a part of it was confirmed is not known any more: its checksum may not have been counted yet.
    this.unsure.add(fileOf(chosen.key));
  }

  /** It is deleted. */
  remove(pick: number): void {
    const chosen = this.pick(pick);
    if (chosen) chosen.file.isGone = true;
  }

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    for (const listener of this.listeners) listener();
  }

  /** The tab is gone and opened again, and the person drops the same files as before. */
  async crash(tabIndex: number): Promise<void> {
    const tab = this.tab(tabIndex);
    this.hasCrashed = true;
    tab.engine.dispose();
    await this.time.settle();
    const unfinished = tab.chosen.filter(({ id }) => {
      const transfer = tab.transfers.get(id);
      return transfer !== undefined && !isFinished(transfer.state);
    });
    tab.engine = this.startEngine();
    tab.chosen.length = 0;
    tab.transfers.clear();
    this.watch(tab);
    for (const { key, file, onExisting } of unfinished) {
      const fresh = file.isEdited ? this.rewritten(file) : file;
      this.choose(tab, key, fresh, onExisting);
    }
  }

  // What befalls them

  plan(fault: PlannedFault): void {
    this.faults.push(fault);
  }

  clearFaults(): void {
    this.faults.length = 0;
  }

  /** What became of the first file of a tab. */
  stateIn(tabIndex: number): Transfer['state'] | undefined {
    const [chosen] = this.tabs[tabIndex]?.chosen ?? [];
    return chosen && this.stateOf(chosen);
  }

  /** Nothing is answered for so long; the requests made meanwhile are few, however much is queued. */
  async outage(ms: number): Promise<void> {
    const before = this.requests.length;
    this.outageUntil = this.time.now() + ms;
    await this.time.pass(ms);
    const made = this.requests.length - before;
    // Eight tries of all that may be under way at once, then a probe a minute, however much is queued.
    const allowed = this.tabs.length * (8 * (2 * LANES + 3) + 2 * Math.ceil(ms / MINUTE) + 8);
    if (made > allowed) this.broken.push(`I5: ${made} requests in an outage of ${ms} ms, ${allowed} allowed`);
  }

  losePart(pick: number): void {
    const parts = this.bucket
      .openUploads()
      .flatMap(({ uploadId, partNumbers }) => partNumbers.map((partNumber) => ({ uploadId, partNumber })));
    const part = parts[pick % Math.max(1, parts.length)];
    if (part) this.bucket.losePart(part.uploadId, part.partNumber);
  }

  loseUpload(pick: number): void {
    const uploads = this.bucket.openUploads();
    const upload = uploads[pick % Math.max(1, uploads.length)];
    if (upload) this.bucket.loseUpload(upload.uploadId);
  }

  /** Somebody else writes an object of this name, while no request for it is under way. */
  writeForeign(pick: number): void {
    const chosen = this.pick(pick);
    if (!chosen || this.stateOf(chosen)?.status !== 'queued') return;
    this.bucket.write(chosen.key, joinSymbolic([new SymbolicFile('x', 'foreign', 77).slice()]));
  }

  /**
   * Everything is well again and the person answers what they are asked. Afterwards nothing may hang: every file has
   * ended, and what ended leaves nothing behind.
   */
  async heal(): Promise<void> {
    this.faults.length = 0;
    this.outageUntil = 0;
    this.setOnline(true);
    // Two hours: requests that creep at the time, on every lane there is, may take most of one.
    for (let round = 0; round < 40 && this.open().length > 0; round += 1) {
      await this.time.pass(3 * MINUTE);
      for (const chosen of this.open()) this.answer(chosen);
    }
    await this.time.pass(3 * MINUTE);
    const hanging = this.open().map((chosen) => `${chosen.key} ${JSON.stringify(this.stateOf(chosen))}`);
    if (hanging.length > 0) this.broken.push(`I1, liveness: ${hanging.join('; ')}`);
    for (const tab of this.tabs) {
      for (const { id, file } of tab.chosen) {
        const transfer = tab.transfers.get(id);
        if (transfer?.state.status === 'completed')
          this.checkArrived(transfer.key, [file, ...this.filesFor(transfer.key)]);
      }
      tab.engine.clearFinished();
    }
    await this.time.pass(3 * MINUTE);
    // An upload whose beginning nobody lived to hear of is empty, and shown under "Unfinished uploads" instead.
    const orphans = this.bucket
      .openUploads()
      .filter(({ key, partNumbers }) => !this.refused.has(key) && (partNumbers.length > 0 || !this.unheard.has(key)));
    if (orphans.length > 0 && !this.hasCrashed) this.broken.push(`I7: left behind ${JSON.stringify(orphans)}`);
    for (const tab of this.tabs) tab.engine.dispose();
  }

  // How it is watched

  private startEngine(): TransferEngine {
    const client = createFaultyCosClient({
      inner: this.bucket,
      timers: this.time,
      strike: (request) => this.strike(request),
      onRequest: (request) => this.seen(request),
      onAnswer: (request) => this.answered(request),
    });
    return createTransferEngine({
      cosFor: () => client,
      crc64: hash,
      timers: this.time,
      random: () => 0.5,
      network: {
        isOnline: () => this.isOnline,
        subscribe: (listener) => {
          this.listeners.add(listener);
          return () => this.listeners.delete(listener);
        },
      },
      journal: createUploadJournal({
        store: this.store,
        now: this.time.now,
        onUnavailable: (failure) => this.complaints.push(failure.code),
      }),
      locks: this.locks,
      policy: { ...DEFAULT_TRANSFER_POLICY, ...POLICY },
      settings: { partsInFlight: LANES },
    });
  }

  private watch(tab: Tab): void {
    tab.engine.subscribe((events) => {
      for (const event of events) {
        if (event.type === 'removed') continue;
        for (const transfer of event.type === 'added' ? event.transfers : [event.transfer]) {
          tab.transfers.set(transfer.id, transfer);
          this.check(tab, transfer);
        }
      }
    });
  }

  private check(tab: Tab, { id, key, state }: Transfer): void {
    const chosen = tab.chosen.find((one) => one.id === id);
    if (!chosen) return;
    // Two tabs that write one small file are not kept apart; what counts is what is there in the end.
    if (state.status === 'completed' && !this.isSharedByTabs(chosen)) this.checkArrived(key, [chosen.file]);
    if (state.status === 'queued' && chosen.startsOver) Object.assign(chosen, { shown: 0, startsOver: false });
    if (!('progress' in state)) return;
    const { transferredBytes, totalBytes } = state.progress;
    if (transferredBytes > Math.floor(totalBytes * 0.99)) this.broken.push(`I10: ${key} shows more than 99 %`);
    if (transferredBytes < chosen.shown) this.broken.push(`I10: ${key} went back to ${transferredBytes}`);
    chosen.shown = transferredBytes;
  }

  private checkArrived(key: string, files: readonly SymbolicFile[]): void {
    const body = this.bucket.bodyOf(key);
    const there = JSON.stringify(body ? contentOf(body) : 'nothing');
    if (!files.some((file) => JSON.stringify(contentOf(file)) === there)) {
      this.broken.push(`I1, I2: ${key} is done, and there is ${there}`);
    }
  }

  /** What any tab was given for this key: the last one to finish is in the bucket. */
  private filesFor(key: string): readonly SymbolicFile[] {
    return this.tabs.flatMap((tab) => tab.chosen.flatMap((chosen) => (chosen.key === key ? [chosen.file] : [])));
  }

  private strike(request: SeenRequest): RequestFault | undefined {
    if (this.time.now() < this.outageUntil) {
      return { type: 'fail', failure: { kind: 'network', code: 'ConnectionLost', message: 'outage' } };
    }
    const planned = this.faults.find(
      ({ operation, times }) => times > 0 && (operation === 'any' || operation === request.operation),
    );
    if (!planned) return undefined;
    planned.times -= 1;
    const { fault } = planned;
    if (request.operation === 'abortMultipartUpload' && fault.type === 'fail' && !isOutage(fault.failure)) {
      this.refused.add(request.key);
    }
    if (fault.type === 'fail' && fault.failure.code === 'NoSuchUpload') {
      // The server says so because it is so.
      if (request.uploadId === undefined) return undefined;
      if (fault.acted !== true) this.bucket.loseUpload(request.uploadId);
    }
    return fault;
  }

  private seen(request: SeenRequest): void {
    this.requests.push(request);
    if (request.operation === 'initiateMultipartUpload' && request.fault !== undefined) this.unheard.add(request.key);
    const { operation, uploadId, partNumber } = request;
    if (operation !== 'uploadPart') return;
    const part = `${uploadId}/${partNumber}`;
    // The server has lost it, so it is to be sent, and again if need be.
    if (!this.hasPart(request)) this.delivered.delete(part);
    if (this.delivered.has(part) && !this.unsure.has(fileOf(request.key)))
      this.broken.push(`I3: part ${part} was confirmed and is sent again`);
  }

  private answered({ operation, uploadId, partNumber, fault }: SeenRequest): void {
    if (operation === 'uploadPart' && (fault === undefined || fault === 'slow' || fault === 'drip')) {
      this.delivered.add(`${uploadId}/${partNumber}`);
    }
  }

  private hasPart({ uploadId, partNumber = 0 }: SeenRequest): boolean {
    const upload = this.bucket.openUploads().find((open) => open.uploadId === uploadId);
    return upload?.partNumbers.includes(partNumber) ?? false;
  }

  // Who is who

  private choose(tab: Tab, key: string, file: SymbolicFile, onExisting: UploadRequest['onExisting']): void {
    const chosen: Chosen = { key, file, onExisting, id: '', shown: 0, startsOver: false };
    tab.chosen.push(chosen);
    const [id = ''] = tab.engine.addUploads([{ connectionId: 'main', key, name: key, file, onExisting }]);
    chosen.id = id;
  }

  private rewritten(file: SymbolicFile): SymbolicFile {
    return new SymbolicFile(file.name, `${file.version}'`, file.size);
  }

  private answer(chosen: Chosen): void {
    const { engine } = this.tabOf(chosen);
    const state = this.stateOf(chosen);
    if (state?.status === 'failed') this.retry(engine, chosen);
    if (state?.status !== 'paused') return;
    if (state.failure?.code === 'FileChanged' || state.failure?.code === 'FileDiffers') {
      if (chosen.file.isEdited) chosen.file = this.rewritten(chosen.file);
      chosen.startsOver = true;
      engine.startOver(chosen.id, chosen.file);
    } else engine.resume(chosen.id);
  }

  private retry(engine: TransferEngine, chosen: Chosen): void {
    chosen.startsOver = true;
    const state = this.stateOf(chosen);
    const isTaken = state?.status === 'failed' && state.failure.code === 'FileAlreadyExists';
    engine.retry(chosen.id, ...(isTaken ? [{ onExisting: 'replace' as const }] : []));
  }

  /** Files that have not ended: failed ones that can be retried count too. */
  private open(): Chosen[] {
    return this.tabs.flatMap((tab) =>
      tab.chosen.filter((chosen) => {
        const state = this.stateOf(chosen);
        return state !== undefined && (!isFinished(state) || (state.status === 'failed' && state.resumable));
      }),
    );
  }

  private stateOf(chosen: Chosen): Transfer['state'] | undefined {
    return this.tabOf(chosen).transfers.get(chosen.id)?.state;
  }

  private isSharedByTabs({ key }: Chosen): boolean {
    return this.tabs.every((tab) => tab.chosen.some((other) => other.key === key)) && this.tabs.length > 1;
  }

  private tabOf(chosen: Chosen): Tab {
    return this.tabs.find((tab) => tab.chosen.includes(chosen)) ?? this.tab(0);
  }

  private tab(index: number): Tab {
    const tab = this.tabs[index % this.tabs.length];
    if (!tab) throw new Error('there is always a tab');
    return tab;
  }

  private pick(pick: number): Chosen | undefined {
    const all = this.tabs.flatMap((tab) => tab.chosen);
    return all[pick % Math.max(1, all.length)];
  }
}

/** `f1` of `f1.bin` and of `f1 (2).bin`. */
function fileOf(key: string): string {
  return key.replace(/[ .].*$/, '');
}
