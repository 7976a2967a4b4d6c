import { expect, test } from 'vitest';
import { loadText } from '#text/loadText.ts';
import type { Failure } from '#lib/Failure.ts';
import { tellUpload } from './tellUpload.ts';

const NOTHING = { added: 0, emptyFolders: 0, failedFolders: [], unreadable: [], junk: 0 };

async function tell(outcome: Partial<Parameters<typeof tellUpload>[0]>) {
  const told: string[] = [];
  tellUpload(
    { ...NOTHING, ...outcome },
    {
      text: await loadText('en'),
      notices: {
        add: (message: string, failure?: Failure) => told.push(`${failure?.code ?? 'note'}: ${message}`),
      } as unknown as Parameters<typeof tellUpload>[1]['notices'],
      announcer: {
        say: (words: string) => told.push(words),
        alert: (words: string) => told.push(words),
      } as unknown as Parameters<typeof tellUpload>[1]['announcer'],
    },
  );
  return told;
}

test('what was added is said in one sentence, what was left out is shown as well', async () => {
  expect(await tell({ added: 2, emptyFolders: 1, junk: 1 })).toEqual([
    '2 files added, 1 empty folder created, 1 system file left out',
    'note: 1 system file left out',
  ]);
  expect(await tell({})).toEqual([]);
});

test('every file that could not be read is named, up to what fits', async () => {
  expect(await tell({ unreadable: ['a/one', 'a/two\u202E'] })).toEqual([
    'FileUnreadable: 2 files could not be read: a/one, a/two⟨U+202E⟩',
    '2 files could not be read',
  ]);
  const [message] = await tell({ unreadable: Array.from({ length: 23 }, (_, index) => `f${index}`) });
  expect(message).toMatch(/23 files could not be read: f0, .*, f19 and 3 more$/);
});

test('folders that could not be made are named with the reason', async () => {
  const failure = { kind: 'service', code: 'AccessDenied', message: '' } as const;
  expect(await tell({ failedFolders: [{ relativePath: 'a/b/', failure }] })).toEqual([
    'AccessDenied: 1 empty folder could not be created: a/b/',
    '1 empty folder could not be created',
  ]);
});
