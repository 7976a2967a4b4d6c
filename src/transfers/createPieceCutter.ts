import type { ArchiveMember, ArchivePiece, OpenMember } from './ArchivePiece.ts';

/** Members in, pieces out, one at a time: a member of a terabyte is never half a million pieces in memory. */
export interface PieceCutter {
  readonly add: (members: readonly ArchiveMember[]) => void;
  /** Undefined when another page is needed. */
  readonly next: () => ArchivePiece | undefined;
}

export function createPieceCutter(pieceBytes: number): PieceCutter {
  let members: readonly ArchiveMember[] = [];
  let nextMember = 0;
  let open: OpenMember | undefined;
  let start = 0;
  return {
    add: (page) => {
      members = [...members.slice(nextMember), ...page];
      nextMember = 0;
    },
    next: () => {
      if (!open) {
        const member = members[nextMember];
        if (member === undefined) return undefined;
        nextMember += 1;
        open = { member, crc64: '0' };
        start = 0;
      }
      const { sizeBytes } = open.member;
      const end = Math.min(start + pieceBytes, sizeBytes);
      // Empty objects and folders are one empty piece, so that they have their turn; there is nothing to fetch.
      const state = sizeBytes === 0 ? 'ready' : 'planned';
      const piece: ArchivePiece = { open, block: { start, end, filled: 0, isWritten: false }, state };
      start = end;
      if (end >= sizeBytes) open = undefined;
      return piece;
    },
  };
}
