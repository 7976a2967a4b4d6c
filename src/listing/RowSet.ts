/** Rows of one piece: a piece is 4 kB of bits. */
const PIECE_ROWS = 32_768;
const PIECE_WORDS = PIECE_ROWS / 32;

/**
 * A set of row numbers, 128 kB for a million. Never changes: every change makes a new one, which shares all pieces with
 * the old one but those that are different. So a change of a few rows costs a few kB however large the set is, and what
 * differs between two sets is found without looking at what they share.
 */
export class RowSet implements Iterable<number> {
  static readonly empty = new RowSet([], 0);

  readonly size: number;
  private readonly pieces: readonly (Uint32Array | undefined)[];

  private constructor(pieces: readonly (Uint32Array | undefined)[], size: number) {
    this.pieces = pieces;
    this.size = size;
  }

  static of(rows: Iterable<number>): RowSet {
    return RowSet.empty.with(rows);
  }

  has(row: number): boolean {
    const word = this.pieces[Math.floor(row / PIECE_ROWS)]?.[(row % PIECE_ROWS) >>> 5] ?? 0;
    return (word & (1 << (row & 31))) !== 0;
  }

  with(rows: Iterable<number>): RowSet {
    return this.changed(rows, (word, bit) => word | bit, 1);
  }

  without(row: number): RowSet {
    return this.has(row) ? this.minus([row]) : this;
  }

  minus(rows: Iterable<number>): RowSet {
    return this.changed(rows, (word, bit) => word & ~bit, -1);
  }

  /** Rows that are in one of the two and not in the other. */
  *changesFrom(before: RowSet): Generator<number> {
    for (let piece = 0; piece < Math.max(this.pieces.length, before.pieces.length); piece += 1) {
      const [now, then] = [this.pieces[piece], before.pieces[piece]];
      if (now === then) continue;
      for (let word = 0; word < PIECE_WORDS; word += 1) {
        const first = piece * PIECE_ROWS + word * 32;
        for (let bits = (now?.[word] ?? 0) ^ (then?.[word] ?? 0); bits !== 0; bits &= bits - 1) {
          yield first + (31 - Math.clz32(bits & -bits));
        }
      }
    }
  }

  [Symbol.iterator](): Iterator<number> {
    return this.changesFrom(RowSet.empty);
  }

  private changed(rows: Iterable<number>, change: (word: number, bit: number) => number, by: 1 | -1): RowSet {
    const pieces = [...this.pieces];
    let { size } = this;
    let at = -1;
    let piece: Uint32Array = new Uint32Array();
    for (const row of rows) {
      if (Math.floor(row / PIECE_ROWS) !== at) {
        at = Math.floor(row / PIECE_ROWS);
        const shared = pieces[at];
        // A piece that this change has made already may be written again.
        piece = shared !== undefined && shared !== this.pieces[at] ? shared : new Uint32Array(PIECE_WORDS);
        if (shared !== undefined && piece !== shared) piece.set(shared);
        pieces[at] = piece;
      }
      const word = (row % PIECE_ROWS) >>> 5;
      const before = piece[word] ?? 0;
      const after = change(before, 1 << (row & 31)) >>> 0;
      if (after !== before) size += by;
      piece[word] = after;
    }
    return at < 0 ? this : new RowSet(pieces, size);
  }
}
