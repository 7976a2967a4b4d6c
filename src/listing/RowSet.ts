/** A set of row numbers, 128 kB for a million. Never changes: every change makes a new one. */
export class RowSet implements Iterable<number> {
  static readonly empty = new RowSet(new Uint32Array(0), 0);

  readonly size: number;
  private readonly words: Uint32Array;

  private constructor(words: Uint32Array, size: number) {
    this.words = words;
    this.size = size;
  }

  static of(rows: Iterable<number>): RowSet {
    return RowSet.empty.with(rows);
  }

  has(row: number): boolean {
    return ((this.words[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
  }

  with(rows: Iterable<number>): RowSet {
    let { words, size } = this;
    words = words.slice();
    for (const row of rows) {
      const word = row >>> 5;
      if (word >= words.length) {
        const grown = new Uint32Array(Math.max(word + 1, words.length * 2));
        grown.set(words);
        words = grown;
      }
      const before = words[word] ?? 0;
      const after = (before | (1 << (row & 31))) >>> 0;
      if (after !== before) size += 1;
      words[word] = after;
    }
    return new RowSet(words, size);
  }

  without(row: number): RowSet {
    if (!this.has(row)) return this;
    const words = this.words.slice();
    words[row >>> 5] = (words[row >>> 5] ?? 0) & ~(1 << (row & 31));
    return new RowSet(words, this.size - 1);
  }

  minus(rows: Iterable<number>): RowSet {
    const words = this.words.slice();
    let { size } = this;
    for (const row of rows) {
      if (row >>> 5 >= words.length) continue;
      const before = words[row >>> 5] ?? 0;
      const after = (before & ~(1 << (row & 31))) >>> 0;
      if (after !== before) size -= 1;
      words[row >>> 5] = after;
    }
    return new RowSet(words, size);
  }

  /** Rows that are in one of the two and not in the other: whole words are compared, so that few changes cost little. */
  *changesFrom(before: RowSet): Generator<number> {
    const length = Math.max(this.words.length, before.words.length);
    for (let word = 0; word < length; word += 1) {
      for (let bits = (this.words[word] ?? 0) ^ (before.words[word] ?? 0); bits !== 0; bits &= bits - 1) {
        yield word * 32 + (31 - Math.clz32(bits & -bits));
      }
    }
  }

  *[Symbol.iterator](): Iterator<number> {
    for (let word = 0; word < this.words.length; word += 1) {
      for (let bits = this.words[word] ?? 0; bits !== 0; bits &= bits - 1) {
        yield word * 32 + (31 - Math.clz32(bits & -bits));
      }
    }
  }
}
