import { expect, test } from 'vitest';
import { NO_COUNTS, type OperationState } from '#operations/OperationState.ts';
import { loadText } from '#text/loadText.ts';
import { createOperationReporter } from './createOperationReporter.ts';

test('each end is said once, failures as an alert, and what can be taken back is offered until it was', async () => {
  const english = await loadText('en');
  const said: string[] = [];
  const report = createOperationReporter({
    announcer: { say: (words) => said.push(`say ${words}`), alert: (words) => said.push(`alert ${words}`) },
    notices: {
      add: (words, _failure, action) => said.push(`offer ${words} [${action?.label}]`),
      close: (id) => said.push(`withdraw ${id}`),
    },
    undo: () => {},
    text: () => english,
  });
  const operation = { id: 'o', connectionId: 'c', addedAt: new Date(0), isUndo: false, problems: [] };
  const became = (state: OperationState): void =>
    report({ type: 'changed', operation: { ...operation, kind: 'move', name: 'trip', state } });
  const failure = { kind: 'service', code: 'FileAlreadyExists', message: '' } as const;
  const counts = { ...NO_COUNTS, done: 1, found: 2, isTotal: true, failed: 1 };
  became({ status: 'running', counts });
  became({ status: 'failed', failure, counts });
  became({ status: 'failed', failure, counts });
  became({ status: 'running', counts: NO_COUNTS });
  became({ status: 'completed', counts: { ...NO_COUNTS, done: 2 }, canUndo: true });
  became({ status: 'completed', counts: { ...NO_COUNTS, done: 2 }, canUndo: false });
  expect(said).toEqual([
    'alert trip: Failed: An object with this name exists, 1 of 2 objects, 1 object was left as it was',
    'say trip: Done, 2 objects',
    'offer Moved \u2068trip\u2069 [Undo]',
    'withdraw 3',
  ]);
});
