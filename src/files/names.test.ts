import { describe, expect, test } from 'vitest';
import { contentTypeFor } from './contentTypeFor.ts';
import { fromFileList } from './pickFiles.ts';
import { uploadKey } from './uploadKey.ts';

describe('uploadKey', () => {
  test('composes what a Mac decomposes, in the new part only', () => {
    expect(uploadKey('pre\u0301fixe/', 'cafe\u0301/re\u0301sume\u0301.txt')).toBe(
      'pre\u0301fixe/caf\u00e9/r\u00e9sum\u00e9.txt',
    );
    expect(uploadKey('', 'a//b')).toBe('a//b');
    expect(uploadKey('', 'cafe\u0301', true)).toBe('cafe\u0301');
  });
});

describe('contentTypeFor', () => {
  test.each([
    ['a.png', 'image/png', 'image/png'],
    ['a.png', '', 'image/png'],
    ['A.JPG', '', 'image/jpeg'],
    ['clip.mp4', '', 'video/mp4'],
    ['notes', '', 'application/octet-stream'],
    ['x.unknownext', '', 'application/octet-stream'],
    ['a.txt', 'text/plain\r\nx-cos-acl: public-read', 'text/plain'],
  ])('%s, %j → %s', (name, fileType, expected) => {
    expect(contentTypeFor(name, fileType)).toBe(expected);
  });
});

describe('fromFileList', () => {
  test('takes the path below a picked folder and names the junk', () => {
    const inFolder = Object.assign(new File(['x'], 'a.txt'), { webkitRelativePath: 'folder/deep/a.txt' });
    const picked = fromFileList([inFolder, new File(['x'], 'b.txt'), new File(['x'], '.DS_Store')]);
    expect(picked.map((item) => `${item.type} ${item.relativePath}`)).toEqual([
      'file folder/deep/a.txt',
      'file b.txt',
      'junk .DS_Store',
    ]);
  });
});
