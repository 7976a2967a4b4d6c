import type { Deletion } from '#cos/deletionOf.ts';
import type { Prefix } from '#cos/objectKey.ts';
import type { DeletedItem } from './DeletedItem.ts';

/** A page of what was deleted below a prefix. */
export interface DeletedPage {
  readonly deletions: readonly Deletion[];
  /** Folders in which there is, or was, something. */
  readonly folders: readonly Prefix[];
  /** Objects that were looked at for it, those that are there among them. */
  readonly looked: number;
}

/** Where what was deleted comes from, and what can be done with it. */
export interface DeletedActions {
  readonly pages: (prefix: Prefix, isDeep: boolean, signal: AbortSignal) => AsyncIterable<DeletedPage>;
  /** Changes whenever something may have come back or gone. */
  readonly revision: string;
  readonly hrefFor: (prefix: Prefix) => string;
  readonly onOpenPrefix: (prefix: Prefix) => void;
  readonly onBringBack: (items: readonly DeletedItem[]) => void;
  readonly onPurge: (items: readonly DeletedItem[]) => void;
  readonly onClose: () => void;
}
