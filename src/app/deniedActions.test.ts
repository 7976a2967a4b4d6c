import { expect, test } from 'vitest';
import type { Connection } from '#config/DeploymentConfig.ts';
import { someConnection as connection } from '#config/testing/someConnection.ts';
import { loadText } from '#text/loadText.ts';
import { deniedActions } from './deniedActions.ts';

async function denied(
  permissions: Partial<Record<'browse' | 'upload', readonly string[]>>,
  { access = connection.access, refused = [] }: { access?: Connection['access']; refused?: readonly string[] } = {},
) {
  const text = await loadText('en');
  return deniedActions(
    { ...connection, access },
    'a/',
    {
      permissionsOf: (_connection, purpose) => permissions[purpose],
      isRefused: (_connection, purpose, action, folder) => refused.includes(`${purpose} ${action} ${folder}`),
    },
    text,
  );
}

test('what is not known is not denied', async () => {
  expect(Object.values(await denied({})).filter((reason) => reason !== undefined)).toEqual([]);
});

test('a reason names the missing action', async () => {
  const {
    upload,
    download,
    share,
    delete: remove,
  } = await denied({
    browse: ['name/cos:GetBucket'],
    upload: ['name/cos:PostObject'],
  });
  expect(upload).toBeUndefined();
  expect(download).toContain('name/cos:GetObject');
  expect(share).toContain('name/cos:GetObject');
  expect(remove).toContain('name/cos:DeleteObject');
});

test('without keys there is only reading', async () => {
  const { upload, download, share, delete: remove, access, seeTags } = await denied({}, { access: 'anonymous' });
  expect(download).toBeUndefined();
  expect([upload, share, remove, access, seeTags]).toEqual(Array(5).fill('This connection can only read'));
});

test.each([
  [['upload name/cos:DeleteObject a/'], { delete: 'DeleteObject', move: 'DeleteObject' }],
  [['browse name/cos:GetObject a/'], { download: 'GetObject', share: 'GetObject' }],
  [['browse name/cos:HeadObject a/'], { copy: 'HeadObject', move: 'HeadObject' }],
  [['upload name/cos:PutObjectCopy a/'], { copy: 'PutObjectCopy', move: 'PutObjectCopy' }],
  [['upload name/cos:PutObject a/'], { newFolder: 'PutObject' }],
  [['upload name/cos:PostObject a/'], {}],
  [['upload name/cos:PutObjectACL a/'], { access: 'PutObjectACL' }],
  [['upload name/cos:PostObjectRestore a/'], { restoreArchived: 'PostObjectRestore' }],
  [['upload name/cos:PutObjectTagging a/'], {}],
  [['upload name/cos:PutObject a/', 'upload name/cos:PostObject a/'], { upload: 'PutObject', newFolder: 'PutObject' }],
  [['upload name/cos:DeleteObject b/'], {}],
])('what the bucket refused is denied in that folder: %j', async (refused, expected) => {
  const reasons = Object.entries(await denied({}, { refused })).filter(([, reason]) => reason !== undefined);
  expect(reasons.map(([name]) => name).toSorted()).toEqual(Object.keys(expected).toSorted());
  for (const [name, reason] of reasons) {
    expect(reason).toContain(`name/cos:${(expected as Record<string, string>)[name]}`);
    expect(reason).toContain('Refresh to try again');
  }
});
