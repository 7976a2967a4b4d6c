import type { ObjectKey } from '#cos/objectKey.ts';
import type { ConflictAnswer, NameConflict, QuestionBatch, Questions } from './NameConflict.ts';

/** Keeps what waits for an answer, while everything else goes on. */
export interface QuestionDesk<Item> {
  /** What the person said about this name, now or before a reload. */
  readonly answerTo: (key: ObjectKey) => ConflictAnswer | undefined;
  readonly ask: (conflict: NameConflict, item: Item) => void;
  /** Decided items as the answers come; ends when nothing is undecided. `onWait` is told each time it has to wait. */
  readonly decided: (onWait: () => void) => AsyncGenerator<Item, void, undefined>;
}

export interface QuestionDeskOptions {
  readonly questions: Questions;
  readonly connectionId: string;
  readonly answers: ReadonlyMap<ObjectKey, ConflictAnswer>;
  readonly onAnswers: (answers: ReadonlyMap<ObjectKey, ConflictAnswer>) => void;
  readonly signal: AbortSignal;
}

export function createQuestionDesk<Item>(options: QuestionDeskOptions): QuestionDesk<Item> {
  const { signal } = options;
  const answers = new Map(options.answers);
  const undecided = new Map<ObjectKey, Item>();
  const ready: Item[] = [];
  let batch: QuestionBatch | undefined;
  let wake: (() => void) | undefined;

  function onAnswer(keys: readonly ObjectKey[], answer: ConflictAnswer): void {
    for (const key of keys) {
      answers.set(key, answer);
      const item = undecided.get(key);
      if (undecided.delete(key)) ready.push(item as Item);
    }
    options.onAnswers(answers);
    wake?.();
  }
  signal.addEventListener('abort', () => {
    batch?.withdraw();
    wake?.();
  });

  return {
    answerTo: (key) => answers.get(key),
    ask: (conflict, item) => {
      batch ??= options.questions.begin(options.connectionId, onAnswer);
      undecided.set(conflict.to, item);
      batch.ask(conflict);
    },
    decided: async function* decided(onWait) {
      batch?.end();
      for (;;) {
        signal.throwIfAborted();
        const item = ready.shift();
        if (item !== undefined) yield item;
        else if (undecided.size === 0) return;
        else {
          onWait();
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    },
  };
}
