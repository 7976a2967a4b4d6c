import { expect, test } from 'vitest';
import { uploadPage, type UploadQuery } from './uploadPage.ts';

const uploads = [
  ['照/x', '5'],
  ['b', '4'],
  ['b', '2'],
  ['a', '1'],
  ['dir/1', '3'],
  ['dir/2', '6'],
].map(([key = '', uploadId = '']) => ({ key, uploadId, initiated: 0, headers: {}, storageClass: 'STANDARD', acl: '' }));

function page(query: Partial<UploadQuery>) {
  const all = { prefix: '', delimiter: '', keyMarker: '', uploadIdMarker: '', maxUploads: 1000, ...query };
  const { uploads: found, commonPrefixes, next } = uploadPage(uploads, all);
  return [found.map(({ key, uploadId }) => `${key}:${uploadId}`).join(' '), commonPrefixes.join(' '), next];
}

test.each<[Partial<UploadQuery>, string, string, object | undefined]>([
  [{}, 'a:1 b:2 b:4 dir/1:3 dir/2:6 照/x:5', '', undefined],
  [{ maxUploads: 2 }, 'a:1 b:2', '', { keyMarker: 'b', uploadIdMarker: '2' }],
  [
    { maxUploads: 2, keyMarker: 'b', uploadIdMarker: '2' },
    'b:4 dir/1:3',
    '',
    { keyMarker: 'dir/1', uploadIdMarker: '3' },
  ],
  [{ keyMarker: 'b' }, 'dir/1:3 dir/2:6 照/x:5', '', undefined],
  [{ uploadIdMarker: '9' }, 'a:1 b:2 b:4 dir/1:3 dir/2:6 照/x:5', '', undefined],
  [{ delimiter: '/' }, 'a:1 b:2 b:4', 'dir/ 照/', undefined],
  [{ delimiter: '/', maxUploads: 4 }, 'a:1 b:2 b:4', 'dir/', { keyMarker: 'dir/', uploadIdMarker: '' }],
  [{ delimiter: '/', keyMarker: 'dir/' }, '', '照/', undefined],
  [{ prefix: 'dir/' }, 'dir/1:3 dir/2:6', '', undefined],
])('%j', (query, found, folded, next) => {
  expect(page(query)).toEqual([found, folded, next]);
});
