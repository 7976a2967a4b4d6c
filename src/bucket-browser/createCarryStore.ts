import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Prefix } from '#cos/objectKey.ts';
import type { Carried, PutKind } from './Carried.ts';

export interface Clipboard {
  readonly kind: PutKind;
  readonly carried: Carried;
  /** What the system's clipboard got as text: the names, one a line. */
  readonly names: string;
  /** Keys and prefixes whose rows are faded, because they were cut. */
  readonly cut: ReadonlySet<string>;
}

export interface CarryState {
  readonly clipboard: Clipboard | undefined;
  /** What the mouse drags. */
  readonly dragged: Carried | undefined;
  /** Where that would go if it were dropped now, or why it would not. */
  readonly over: { readonly target: Prefix; readonly kind: PutKind; readonly refusal: string | undefined } | undefined;
}

export type CarryStore = StoreApi<CarryState>;

/** One for the page: what is carried outlives the folder it was picked up in. */
export function createCarryStore(): CarryStore {
  return createStore<CarryState>(() => ({ clipboard: undefined, dragged: undefined, over: undefined }));
}

/** Keys and prefixes of a connection whose rows are faded; undefined when none is. */
export function cutIn({ clipboard }: CarryState, connectionId: string): ReadonlySet<string> | undefined {
  return clipboard?.carried.connectionId === connectionId ? clipboard.cut : undefined;
}
