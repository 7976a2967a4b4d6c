import { expect, test } from 'vitest';
import type { Connection } from '#config/DeploymentConfig.ts';
import { loadText } from '#text/loadText.ts';
import { deniedActions } from './deniedActions.ts';

const connection: Connection = {
  id: 'a',
  label: 'A',
  bucket: 'a-1250000000',
  region: 'ap-guangzhou',
  prefix: '',
  hosts: [],
  access: 'credentials',
};

async function denied(
  permissions: Partial<Record<'browse' | 'upload', readonly string[]>>,
  access = connection.access,
) {
  const text = await loadText('en');
  return deniedActions(
    { ...connection, access },
    { permissionsOf: (_connection, purpose) => permissions[purpose] },
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
  const { upload, download, share, delete: remove } = await denied({}, 'anonymous');
  expect(download).toBeUndefined();
  expect([upload, share, remove]).toEqual(Array(3).fill('This connection can only read'));
});
