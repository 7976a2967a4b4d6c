import type { TransferEngine, UploadRequest } from '../TransferEngine.ts';
import { isFinished } from '../TransferState.ts';
import type { Transfer, TransferId } from '../TransferState.ts';
import type { SymbolicFile } from './SymbolicBlob.ts';

/** What a person put into a tab: the file may be edited later, the transfer is found again after a crash. */
export interface Chosen {
  readonly key: string;
  file: SymbolicFile;
  readonly onExisting: UploadRequest['onExisting'];
  id: TransferId;
  /** The bar as it was last shown. */
  shown: number;
  /** The person was told that it begins anew. */
  startsOver: boolean;
}

export interface Tab {
  engine: TransferEngine;
  readonly chosen: Chosen[];
  readonly transfers: Map<TransferId, Transfer>;
}

/** The tabs of a schedule and what was put into each. */
export class ScheduleTabs {
  readonly all: Tab[] = [];

  choose(tab: Tab, key: string, file: SymbolicFile, onExisting: UploadRequest['onExisting']): void {
    const chosen: Chosen = { key, file, onExisting, id: '', shown: 0, startsOver: false };
    tab.chosen.push(chosen);
    const [id = ''] = tab.engine.addUploads([{ connectionId: 'main', key, name: key, file, onExisting }]);
    chosen.id = id;
  }

  /** Files that have not ended: failed ones that can be retried count too. */
  open(): Chosen[] {
    return this.all.flatMap((tab) =>
      tab.chosen.filter((chosen) => {
        const state = this.stateOf(chosen);
        return state !== undefined && (!isFinished(state) || (state.status === 'failed' && state.resumable));
      }),
    );
  }

  stateOf(chosen: Chosen): Transfer['state'] | undefined {
    return this.tabOf(chosen).transfers.get(chosen.id)?.state;
  }

  isSharedByTabs({ key }: Chosen): boolean {
    return this.all.every((tab) => tab.chosen.some((other) => other.key === key)) && this.all.length > 1;
  }

  /** What any tab was given for this key: the last one to finish is in the bucket. */
  filesFor(key: string): readonly SymbolicFile[] {
    return this.all.flatMap((tab) => tab.chosen.flatMap((chosen) => (chosen.key === key ? [chosen.file] : [])));
  }

  tabOf(chosen: Chosen): Tab {
    return this.all.find((tab) => tab.chosen.includes(chosen)) ?? this.at(0);
  }

  at(index: number): Tab {
    const tab = this.all[index % this.all.length];
    if (!tab) throw new Error('there is always a tab');
    return tab;
  }

  pick(pick: number): Chosen | undefined {
    const all = this.all.flatMap((tab) => tab.chosen);
    return all[pick % Math.max(1, all.length)];
  }
}
