import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Conflict, ConflictAnswer } from '#bucket-browser/ConflictDialog.tsx';

export interface OpenQuestion {
  readonly conflict: Conflict;
  readonly moreCount: number;
  readonly answer: (answer: ConflictAnswer, applyToAll: boolean) => void;
}

export interface ConflictQuestions {
  readonly store: StoreApi<{ readonly open: OpenQuestion | undefined }>;
  /** Asks about each in turn, one dialog at a time over the whole page; "apply to all" answers the rest of this list. */
  readonly askAll: (conflicts: readonly Conflict[]) => Promise<readonly ConflictAnswer[]>;
}

export function createConflictQuestions(): ConflictQuestions {
  const store = createStore<{ readonly open: OpenQuestion | undefined }>(() => ({ open: undefined }));
  let queue: Promise<unknown> = Promise.resolve();

  function ask(conflict: Conflict, moreCount: number): Promise<{ answer: ConflictAnswer; applyToAll: boolean }> {
    return new Promise((resolve) => {
      store.setState({
        open: {
          conflict,
          moreCount,
          answer: (answer, applyToAll) => {
            store.setState({ open: undefined });
            resolve({ answer, applyToAll });
          },
        },
      });
    });
  }

  async function askEach(conflicts: readonly Conflict[]): Promise<readonly ConflictAnswer[]> {
    const answers: ConflictAnswer[] = [];
    for (const [index, conflict] of conflicts.entries()) {
      const moreCount = conflicts.length - index - 1;
      const { answer, applyToAll } = await ask(conflict, moreCount);
      answers.push(answer);
      if (applyToAll) return [...answers, ...Array.from({ length: moreCount }, () => answer)];
    }
    return answers;
  }

  return {
    store,
    askAll(conflicts) {
      const answers = queue.then(() => askEach(conflicts));
      queue = answers;
      return answers;
    },
  };
}
