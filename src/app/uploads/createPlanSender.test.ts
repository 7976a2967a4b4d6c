import { expect, test } from 'vitest';
import type { UploadRequest } from '#transfers/TransferEngine.ts';
import { createPlanSender } from './createPlanSender.ts';

const source = { type: 'file', file: new File(['x'], 'x'), relativePath: 'album/x' } as const;
const change = { name: 'album/x', sizeBytes: 1, source } as const;

test('what is new may not overwrite, what changed may, and empty folders are made', async () => {
  const sent: string[] = [];
  const send = createPlanSender({
    engine: {
      addUploads: (requests: readonly UploadRequest[]) => {
        sent.push(...requests.map(({ key, onExisting }) => `${key} ${onExisting}`));
        return [];
      },
    },
    options: () => undefined,
    createFolder: async (_connectionId, prefix) => {
      sent.push(prefix);
    },
  });
  const outcome = await send(
    { connectionId: 'main', prefix: 'in/' },
    {
      changes: [
        { ...change, kind: 'new' },
        { ...change, kind: 'changed', judgedBy: 'size' },
        { ...change, kind: 'same', judgedBy: 'checksum' },
        { name: 'album/extra', sizeBytes: 1, kind: 'extra' },
      ],
      newFolders: ['album/void/'],
      unreadable: [],
      junk: 0,
    },
  );
  expect(sent).toEqual(['in/album/x ask', 'in/album/x replace', 'in/album/void/']);
  expect(outcome).toMatchObject({ added: 2, emptyFolders: 1, failedFolders: [] });
});
