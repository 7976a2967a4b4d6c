import { expect, test } from 'vitest';
import type { DeleteEnd } from '#bucket-browser/DeleteDialog.tsx';
import { loadText } from '#text/loadText.ts';
import { reportDeletion } from './reportDeletion.ts';

async function report(end: Partial<DeleteEnd>) {
  const told: string[] = [];
  const seen = { removed: [] as string[], readAgain: 0, told };
  reportDeletion({
    connectionId: 'main',
    end: { deleted: [], wholeFolders: [], refused: 0, ...end },
    text: await loadText('en'),
    listingUpdater: { deleted: (_connectionId, keys) => seen.removed.push(...keys) },
    queryClient: {
      invalidateQueries: async () => {
        seen.readAgain += 1;
      },
    },
    announcer: { say: (message) => told.push(message), alert: (message) => told.push(message) },
    notices: { add: () => undefined },
  });
  return seen;
}

test('what is gone leaves the list, and nothing more is asked', async () => {
  expect(await report({ deleted: ['a', 'b'] })).toEqual({
    removed: ['a', 'b'],
    readAgain: 0,
    told: ['2 objects deleted'],
  });
});

test('stopped midway: what is gone for certain leaves the list, the rest is read again', async () => {
  const seen = await report({ deleted: ['a'], wasStopped: true });
  expect(seen).toMatchObject({ removed: ['a'], readAgain: 1 });
  expect(seen.told.join()).toMatch(/^Stopped\. 1 object is deleted/);
});

test('a failure may have come after the server acted, so the list is read again', async () => {
  const failure = { kind: 'network', code: 'NetworkLost', message: '' } as const;
  expect((await report({ refused: 3, failure })).readAgain).toBe(1);
});
