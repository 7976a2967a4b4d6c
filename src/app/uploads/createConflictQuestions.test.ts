import { expect, test } from 'vitest';
import type { Conflict } from '#upload-dialogs/Conflict.ts';
import { createConflictQuestions } from './createConflictQuestions.ts';

const side = { sizeBytes: 1, lastModified: new Date(0) };
const conflict = (id: string, contents: Conflict['contents'] = 'different'): Conflict => ({
  id,
  name: id,
  existing: side,
  incoming: side,
  contents,
});

function setup() {
  const due: (() => void)[] = [];
  const questions = createConflictQuestions((callback) => due.push(callback));
  const answers: string[] = [];
  const begin = (name: string) =>
    questions.begin('main', (ids, answer) => answers.push(`${name}: ${ids.join(' ')} ${answer}`));
  const open = () => questions.store.getState().open;
  const names = () => open()?.conflicts.map(({ id }) => id);
  const runDue = () => {
    for (const callback of due.splice(0)) callback();
  };
  return { begin, open, names, answers, runDue };
}

test('answers one, then all the others, and closes', () => {
  const { begin, open, names, answers } = setup();
  const batch = begin('drop');
  batch.ask(['a', 'b', 'c'].map((id) => conflict(id)));
  batch.end();
  open()?.answer(new Set(['b']), 'skip', false);
  expect(names()).toEqual(['a', 'c']);
  open()?.answer(new Set(['a', 'c']), 'replace', true);
  expect(open()).toBeUndefined();
  expect(answers).toEqual(['drop: b skip', 'drop: a c replace']);
});

test('more come in while it is open; what was said of all counts for those that come later', () => {
  const { begin, open, names, answers, runDue } = setup();
  const batch = begin('drop');
  batch.ask([conflict('a')]);
  expect(open()?.isLooking).toBe(true);
  batch.ask([conflict('b')]);
  runDue();
  expect(names()).toEqual(['a', 'b']);
  open()?.answer(new Set(['a', 'b']), 'keep-both', true);
  expect(open()).toBeUndefined();
  batch.ask([conflict('c')]);
  expect(open()).toBeUndefined();
  expect(answers).toEqual(['drop: a b keep-both', 'drop: c keep-both']);
});

test('an answer for one does not speak for those that come later', () => {
  const { begin, open, names } = setup();
  const batch = begin('drop');
  batch.ask([conflict('a')]);
  open()?.answer(new Set(['a']), 'replace', false);
  batch.ask([conflict('b')]);
  expect(names()).toEqual(['b']);
});

test('a second drop waits for the first', () => {
  const { begin, open, names, answers } = setup();
  const first = begin('first');
  const second = begin('second');
  second.ask([conflict('b')]);
  first.ask([conflict('a')]);
  first.end();
  second.end();
  expect(names()).toEqual(['a']);
  open()?.answer(new Set(['a']), 'skip', true);
  expect(names()).toEqual(['b']);
  open()?.answer(new Set(['b']), 'skip', true);
  expect(open()).toBeUndefined();
  expect(answers).toEqual(['first: a skip', 'second: b skip']);
});

test('what was learnt of the contents shows a little later, all at once; of decided ones it is dropped', () => {
  const { begin, open, runDue } = setup();
  const batch = begin('drop');
  batch.ask(['a', 'b', 'c'].map((id) => conflict(id, 'comparing')));
  batch.told('a', 'identical');
  batch.told('b', 'different');
  expect(open()?.conflicts.map(({ contents }) => contents)).toEqual(['comparing', 'comparing', 'comparing']);
  open()?.answer(new Set(['c']), 'skip', false);
  batch.told('c', 'identical');
  runDue();
  expect(open()?.conflicts.map(({ contents }) => contents)).toEqual(['identical', 'different']);
});

test('who has decided for all files is not asked about files, and still is about objects', () => {
  const questions = createConflictQuestions(
    () => undefined,
    () => 'skip',
  );
  const answers: unknown[] = [];
  const hear = (ids: readonly string[], answer: string): void => void answers.push([ids, answer]);
  questions.begin('main', hear).ask([conflict('a')]);
  expect(answers).toEqual([[['a'], 'skip']]);
  expect(questions.store.getState().open).toBeUndefined();
  questions.begin('main', hear, 'objects').ask([conflict('b')]);
  expect(questions.store.getState().open).toBeDefined();
});
