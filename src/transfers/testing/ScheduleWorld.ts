import { setMaxListeners } from 'node:events';
import type { JournalStore } from '#lib/JournalStore.ts';
import type { Crc64Hasher } from '#lib/Crc64Hasher.ts';
import { FailureError } from '#lib/FailureError.ts';
import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
import { createTransferEngine } from '../createTransferEngine.ts';
import { createUploadJournal } from '../createUploadJournal.ts';
import { loadMovers } from '../loadMovers.ts';
import { MIB } from '../planParts.ts';
import type { TransferEngine, UploadRequest } from '../TransferEngine.ts';
import { DEFAULT_TRANSFER_POLICY } from '../TransferPolicy.ts';
import { isFinished } from '../TransferState.ts';
import type { Transfer } from '../TransferState.ts';
import { createMemoryLocks } from './createMemoryLocks.ts';
import { ScheduleServer } from './ScheduleServer.ts';
import { ScheduleTabs } from './ScheduleTabs.ts';
import type { Chosen, Tab } from './ScheduleTabs.ts';
import { ScheduleWatch } from './ScheduleWatch.ts';
import { EditedBlob, GoneBlob, joinSymbolic, SymbolicFile, symbolicCrc64 } from './SymbolicBlob.ts';
import { VirtualTime } from './VirtualTime.ts';

await loadMovers(); // Virtual time does not wait for modules.
setMaxListeners(0); // One signal stops all lanes of a transfer; Node takes more than ten listeners for a leak.

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
  readonly broken: string[] = [];
  /** What the journal had to say about itself. */
  readonly complaints: string[] = [];
  readonly tabs = new ScheduleTabs();
  readonly server = new ScheduleServer(this.time, this.broken, (key) => this.unsure.has(fileOf(key)));
  private readonly watch = new ScheduleWatch(this.tabs, this.server.bucket, this.broken);
  private readonly store: JournalStore;
  private readonly locks = createMemoryLocks();
  private readonly listeners = new Set<() => void>();
  /** Files of which parts may be sent again: they were edited, or one tab has given them up. */
  private readonly unsure = new Set<string>();
  private isOnline = true;
  private hasCrashed = false;
  private files = 0;

  /** @param store the browser's own, when it is to misbehave */
  constructor(store: JournalStore = createMemoryJournal()) {
    this.store = store;
    this.openTab();
  }

  openTab(): void {
    const tab: Tab = { engine: this.startEngine(), chosen: [], transfers: new Map() };
    this.watch.over(tab);
    this.tabs.all.push(tab);
  }

  add(tabIndex: number, sizeBytes: number, onExisting: UploadRequest['onExisting']): void {
    const number = (this.files += 1);
    this.tabs.choose(
      this.tabs.at(tabIndex),
      `f${number}.bin`,
      new SymbolicFile(`f${number}.bin`, `f${number}v1`, sizeBytes),
      onExisting,
    );
  }

  /** The same file to the same key in the other tab. */
  addInOtherTab(pick: number): void {
    const chosen = this.tabs.pick(pick);
    if (!chosen) return;
    if (this.tabs.all.length < 2) this.openTab();
    const other = this.tabs.all.find((tab) => !tab.chosen.includes(chosen));
    if (!other || other.chosen.some(({ key }) => key === chosen.key)) return;
    this.tabs.choose(other, chosen.key, chosen.file, chosen.onExisting);
  }

  command(pick: number, name: 'pause' | 'resume' | 'cancel' | 'skip' | 'retry' | 'takeOver'): void {
    const chosen = this.tabs.pick(pick);
    if (!chosen) return;
    const { engine } = this.tabs.tabOf(chosen);
    if (name === 'cancel' || name === 'skip') this.unsure.add(fileOf(chosen.key));
    if (name === 'retry') this.retry(engine, chosen);
    else engine[name](chosen.id);
  }

  /** A program on this machine writes the file anew; what was chosen cannot be read any more. */
  edit(pick: number): void {
    const chosen = this.tabs.pick(pick);
    if (!chosen) return;
    chosen.file.isEdited = true;
    // Whether a part of it was confirmed is not known any more: its checksum may not have been counted yet.
    this.unsure.add(fileOf(chosen.key));
  }

  /** It is deleted. */
  remove(pick: number): void {
    const chosen = this.tabs.pick(pick);
    if (chosen) chosen.file.isGone = true;
  }

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    for (const listener of this.listeners) listener();
  }

  /** The tab is gone and opened again, and the person drops the same files as before. */
  async crash(tabIndex: number): Promise<void> {
    const tab = this.tabs.at(tabIndex);
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
    this.watch.over(tab);
    for (const { key, file, onExisting } of unfinished) {
      const fresh = file.isEdited ? this.rewritten(file) : file;
      this.tabs.choose(tab, key, fresh, onExisting);
    }
  }

  /** What became of the first file of a tab. */
  stateIn(tabIndex: number): Transfer['state'] | undefined {
    const [chosen] = this.tabs.all[tabIndex]?.chosen ?? [];
    return chosen && this.tabs.stateOf(chosen);
  }

  /** Nothing is answered for so long; the requests made meanwhile are few, however much is queued. */
  outage(ms: number): Promise<void> {
    return this.server.outage(ms, this.tabs.all.length, LANES);
  }

  /** Somebody else writes an object of this name, while no request for it is under way. */
  writeForeign(pick: number): void {
    const chosen = this.tabs.pick(pick);
    if (!chosen || this.tabs.stateOf(chosen)?.status !== 'queued') return;
    this.server.bucket.write(chosen.key, joinSymbolic([new SymbolicFile('x', 'foreign', 77).slice()]));
  }

  /**
   * Everything is well again and the person answers what they are asked. Afterwards nothing may hang: every file has
   * ended, and what ended leaves nothing behind.
   */
  async heal(): Promise<void> {
    this.server.heal();
    this.setOnline(true);
    // Two hours: requests that creep at the time, on every lane there is, may take most of one.
    for (let round = 0; round < 40 && this.tabs.open().length > 0; round += 1) {
      await this.time.pass(3 * MINUTE);
      for (const chosen of this.tabs.open()) this.answer(chosen);
    }
    await this.time.pass(3 * MINUTE);
    const hanging = this.tabs.open().map((chosen) => `${chosen.key} ${JSON.stringify(this.tabs.stateOf(chosen))}`);
    if (hanging.length > 0) this.broken.push(`I1, liveness: ${hanging.join('; ')}`);
    for (const tab of this.tabs.all) {
      this.watch.checkEnd(tab);
      tab.engine.clearFinished();
    }
    await this.time.pass(3 * MINUTE);
    const orphans = this.server.orphans();
    if (orphans.length > 0 && !this.hasCrashed) this.broken.push(`I7: left behind ${JSON.stringify(orphans)}`);
    for (const tab of this.tabs.all) tab.engine.dispose();
  }

  private startEngine(): TransferEngine {
    const client = this.server.open();
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

  private rewritten(file: SymbolicFile): SymbolicFile {
    return new SymbolicFile(file.name, `${file.version}'`, file.size);
  }

  private answer(chosen: Chosen): void {
    const { engine } = this.tabs.tabOf(chosen);
    const state = this.tabs.stateOf(chosen);
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
    const state = this.tabs.stateOf(chosen);
    const isTaken = state?.status === 'failed' && state.failure.code === 'FileAlreadyExists';
    engine.retry(chosen.id, ...(isTaken ? [{ onExisting: 'replace' as const }] : []));
  }
}

/** `f1` of `f1.bin` and of `f1 (2).bin`. */
function fileOf(key: string): string {
  return key.replace(/[ .].*$/, '');
}
