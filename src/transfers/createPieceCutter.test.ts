import { expect, test } from 'vitest';
import type { ArchiveMember } from './ArchivePiece.ts';
import { createPieceCutter } from './createPieceCutter.ts';

const member = (key: string, sizeBytes: number): ArchiveMember => ({
  key,
  path: key,
  sizeBytes,
  lastModified: new Date(0),
});

test('cuts members in order, across pages; an empty one is one piece with nothing to fetch', () => {
  const cutter = createPieceCutter(10);
  const cut: string[] = [];
  const cutAll = (): void => {
    for (let piece = cutter.next(); piece; piece = cutter.next()) {
      cut.push(`${piece.open.member.key} ${piece.block.start}-${piece.block.end} ${piece.state}`);
    }
  };
  cutAll();
  cutter.add([member('a', 25), member('b/', 0)]);
  cutAll();
  cutter.add([member('c', 10)]);
  cutter.add([member('d', 1)]);
  cutAll();
  expect(cut).toEqual([
    'a 0-10 planned',
    'a 10-20 planned',
    'a 20-25 planned',
    'b/ 0-0 ready',
    'c 0-10 planned',
    'd 0-1 planned',
  ]);
});

test('the pieces of one member know each other, those of two do not', () => {
  const cutter = createPieceCutter(10);
  cutter.add([member('a', 20), member('b', 5)]);
  const [first, second, third] = [cutter.next(), cutter.next(), cutter.next()];
  expect(first?.open).toBe(second?.open);
  expect(third?.open).not.toBe(second?.open);
});
