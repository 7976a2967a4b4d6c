import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Conflict, ConflictAnswer, ConflictSubject, ContentsKnown } from '#upload-dialogs/Conflict.ts';

/** The sheet that is open: the undecided names of one drop. */
export interface OpenSheet {
  readonly batch: number;
  readonly connectionId: string;
  readonly subject: ConflictSubject;
  readonly conflicts: readonly Conflict[];
  /** More names are still being looked up. */
  readonly isLooking: boolean;
  /** `standing`: those that turn up later get the same answer unasked. */
  readonly answer: (ids: ReadonlySet<string>, answer: ConflictAnswer, standing: boolean) => void;
}

/** The questions of one drop or pick, or of one operation. */
export interface ConflictBatch {
  readonly ask: (conflicts: readonly Conflict[]) => void;
  /** The contents were compared. */
  readonly told: (id: string, contents: ContentsKnown) => void;
  /** Every name was looked up. */
  readonly end: () => void;
  /** Nobody wants an answer any more. */
  readonly withdraw: () => void;
}

export interface ConflictQuestions {
  readonly store: StoreApi<{ readonly open: OpenSheet | undefined }>;
  /** Opens a sheet once there is something to ask; one at a time over the whole page. */
  readonly begin: (
    connectionId: string,
    onAnswer: (ids: readonly string[], answer: ConflictAnswer) => void,
    subject?: ConflictSubject,
  ) => ConflictBatch;
}

/** Checksums come by the hundred per second; the sheet is drawn a few times per second. */
const GATHER_MS = 120;

export function createConflictQuestions(
  setTimeout: (callback: () => void, delayMs: number) => unknown,
  /** What the person has decided for all files, once and for all. */
  always: () => ConflictAnswer | undefined = () => undefined,
): ConflictQuestions {
  const store = createStore<{ readonly open: OpenSheet | undefined }>(() => ({ open: undefined }));
  /** Oldest first; the first with anything undecided is shown. */
  const batches = new Set<() => OpenSheet | undefined>();
  let count = 0;
  let isGathering = false;

  function show(): void {
    for (const sheetOf of batches) {
      const sheet = sheetOf();
      if (sheet === undefined) continue;
      if (sheet !== store.getState().open) store.setState({ open: sheet });
      return;
    }
    if (store.getState().open !== undefined) store.setState({ open: undefined });
  }

  function showSoon(): void {
    if (isGathering) return;
    isGathering = true;
    setTimeout(() => {
      isGathering = false;
      show();
    }, GATHER_MS);
  }

  return {
    store,
    begin: (connectionId, onAnswer, subject = 'files') => {
      const batch = (count += 1);
      const undecided = new Map<string, Conflict>();
      let standing = subject === 'files' ? always() : undefined;
      let isLooking = true;
      let sheet: OpenSheet | undefined;

      const changed = (): void => {
        sheet = undefined;
      };
      const answer: OpenSheet['answer'] = (ids, given, stands) => {
        if (stands) standing = given;
        const answered = [...ids].filter((id) => undecided.delete(id));
        changed();
        onAnswer(answered, given);
        if (undecided.size === 0 && !isLooking) batches.delete(sheetOf);
        show();
      };
      const sheetOf = (): OpenSheet | undefined => {
        if (undecided.size === 0) return undefined;
        return (sheet ??= { batch, connectionId, subject, conflicts: [...undecided.values()], isLooking, answer });
      };
      batches.add(sheetOf);

      return {
        ask: (conflicts) => {
          if (standing !== undefined) {
            onAnswer(
              conflicts.map(({ id }) => id),
              standing,
            );
            return;
          }
          const isFirst = undecided.size === 0;
          for (const conflict of conflicts) undecided.set(conflict.id, conflict);
          changed();
          if (isFirst) show();
          else showSoon();
        },
        told: (id, contents) => {
          const conflict = undecided.get(id);
          if (conflict === undefined) return;
          undecided.set(id, { ...conflict, contents });
          changed();
          showSoon();
        },
        end: () => {
          isLooking = false;
          changed();
          if (undecided.size === 0) batches.delete(sheetOf);
          show();
        },
        withdraw: () => {
          batches.delete(sheetOf);
          show();
        },
      };
    },
  };
}
