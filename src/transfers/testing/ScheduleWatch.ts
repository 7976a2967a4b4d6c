import type { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import type { Transfer } from '../TransferState.ts';
import type { ScheduleTabs, Tab } from './ScheduleTabs.ts';
import { contentOf } from './SymbolicBlob.ts';
import type { SymbolicFile } from './SymbolicBlob.ts';

/** Looks at every event of every tab, and writes down the promises that it breaks. */
export class ScheduleWatch {
  private readonly tabs: ScheduleTabs;
  private readonly bucket: InMemoryCosClient;
  private readonly broken: string[];

  /** @param broken where a broken promise is written down */
  constructor(tabs: ScheduleTabs, bucket: InMemoryCosClient, broken: string[]) {
    this.tabs = tabs;
    this.bucket = bucket;
    this.broken = broken;
  }

  over(tab: Tab): void {
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

  /** What is done in the end is there: the file of this tab, or that of whichever tab came last. */
  checkEnd(tab: Tab): void {
    for (const { id, file } of tab.chosen) {
      const transfer = tab.transfers.get(id);
      if (transfer?.state.status === 'completed')
        this.checkArrived(transfer.key, [file, ...this.tabs.filesFor(transfer.key)]);
    }
  }

  private check(tab: Tab, { id, key, state }: Transfer): void {
    const chosen = tab.chosen.find((one) => one.id === id);
    if (!chosen) return;
    // Two tabs that write one small file are not kept apart; what counts is what is there in the end.
    if (state.status === 'completed' && !this.tabs.isSharedByTabs(chosen)) this.checkArrived(key, [chosen.file]);
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
}
