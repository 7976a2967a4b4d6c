import type { Prefix } from '#cos/objectKey.ts';
import type { Collected } from '#files/Collected.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import type { Language } from '#text/pickLanguage.ts';
import type { Carried, PutKind } from '../Carried.ts';
import type { CarryStore } from '../createCarryStore.ts';
import type { SelectionStore } from '../createSelectionStore.ts';
import type { RowOrder } from '../RowOrder.ts';
import type { DeniedActions } from '../whatCanBeDone.ts';

/** The folder on screen as mouse, finger and clipboard deal with it. Asked for anew at each gesture. */
export interface Hands {
  readonly connectionId: string;
  readonly prefix: Prefix;
  /** Undefined while nothing is listed. */
  readonly index: ListingIndex | undefined;
  readonly order: RowOrder;
  readonly selection: SelectionStore;
  readonly carry: CarryStore;
  readonly denied: DeniedActions;
  readonly language: Language;
  /** The chosen rows, or the row with the keyboard. */
  readonly chosen: () => readonly ListingEntry[];
  readonly onOpenPrefix: (prefix: Prefix) => void;
  readonly onParent: () => void;
  readonly onPut: (target: Prefix, kind: PutKind, carried: Carried) => void;
  /** Files that were pasted into this folder. */
  readonly onUpload: (found: AsyncIterable<Collected>) => void;
  readonly onFolderMenu: (anchor: HTMLElement | { readonly x: number; readonly y: number }) => void;
  /** Says why something was not done. */
  readonly onRefused: (reason: string) => void;
  /** Says what was done, politely. */
  readonly announce: (words: string) => void;
}
