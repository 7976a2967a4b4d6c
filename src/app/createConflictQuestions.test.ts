import { expect, test } from 'vitest';
import { createConflictQuestions } from './createConflictQuestions.ts';

const side = { sizeBytes: 1, lastModified: new Date(0) };
const conflict = (name: string) => ({ name, existing: side, incoming: side });

/** The question that is open once everything that was pending has run. */
async function openQuestion(questions: ReturnType<typeof createConflictQuestions>) {
  await new Promise((resolve) => setImmediate(resolve));
  return questions.store.getState().open;
}

test('each is asked about, and the rest is answered by "apply to all"', async () => {
  const questions = createConflictQuestions();
  const answers = questions.askAll(['a', 'b', 'c', 'd'].map(conflict));
  const first = await openQuestion(questions);
  expect(first).toMatchObject({ conflict: { name: 'a' }, moreCount: 3 });
  first!.answer('skip', false);
  (await openQuestion(questions))!.answer('replace', true);
  expect(await answers).toEqual(['skip', 'replace', 'replace', 'replace']);
  expect(await openQuestion(questions)).toBeUndefined();
});

test('a second list waits for the first', async () => {
  const questions = createConflictQuestions();
  const first = questions.askAll([conflict('a')]);
  const second = questions.askAll([conflict('b')]);
  (await openQuestion(questions))!.answer('keep-both', false);
  expect(await first).toEqual(['keep-both']);
  (await openQuestion(questions))!.answer('skip', false);
  expect(await second).toEqual(['skip']);
});
