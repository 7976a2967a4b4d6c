import { paint, type Picture } from './picture.ts';

/**
 * A baseline JPEG (ITU T.81), small in code rather than in bytes: one quantisation step for everything, one Huffman
 * table of equally long codes, no subsampling. Any decoder reads it.
 *
 * @param width @param height Multiples of 8.
 */
export function jpeg(picture: Picture, width: number, height: number): Uint8Array {
  const planes = toYCbCr(paint(picture, width, height));
  const bits = new BitWriter();
  const lastDc = [0, 0, 0];
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      planes.forEach((plane, component) => {
        const block = quantised(plane, width, left, top);
        writeBlock(bits, block, lastDc[component] ?? 0);
        lastDc[component] = block[0] ?? 0;
      });
    }
  }
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0', 'latin1'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [0, ...Array<number>(64).fill(STEP)]),
    segment(0xc0, [
      8,
      height >> 8,
      height & 255,
      width >> 8,
      width & 255,
      3,
      ...[1, 2, 3].flatMap((id) => [id, 0x11, 0]),
    ]),
    segment(0xc4, [0x00, ...codesOfLength(4, 12), ...DC_SYMBOLS]),
    segment(0xc4, [0x10, ...codesOfLength(8, AC_SYMBOLS.length), ...AC_SYMBOLS]),
    segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    bits.finish(),
    Buffer.from([0xff, 0xd9]),
  ]);
}

const STEP = 10;
const DC_SYMBOLS = Array.from({ length: 12 }, (_, size) => size);
/** Run of zeros in the high half, size of the value in the low one; 0x00 ends a block, 0xf0 is sixteen zeros. */
const AC_SYMBOLS = [0x00, 0xf0, ...Array.from({ length: 160 }, (_, i) => (Math.floor(i / 10) << 4) | ((i % 10) + 1))];
const AC_CODE = new Map(AC_SYMBOLS.map((symbol, code) => [symbol, code]));

/** Positions of a block's values in the order they are written: along diagonals, back and forth. */
const ZIGZAG = Array.from({ length: 64 }, (_, index) => index).toSorted(
  (a, b) => diagonal(a) - diagonal(b) || alongDiagonal(a) - alongDiagonal(b),
);

const COSINES = Array.from({ length: 64 }, (_, i) => Math.cos(((2 * (i & 7) + 1) * (i >> 3) * Math.PI) / 16));

function diagonal(index: number): number {
  return (index >> 3) + (index & 7);
}

function alongDiagonal(index: number): number {
  return diagonal(index) % 2 ? index >> 3 : index & 7;
}

/** Counts per code length 1–16, for a table whose codes all have the same length. */
function codesOfLength(length: number, count: number): number[] {
  return Array.from({ length: 16 }, (_, index) => (index === length - 1 ? count : 0));
}

function segment(marker: number, content: readonly number[]): Buffer {
  const length = content.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...content]);
}

function toYCbCr(pixels: Uint8Array): Float32Array[] {
  const planes = [0, 1, 2].map(() => new Float32Array(pixels.length / 3));
  for (let i = 0; i < pixels.length / 3; i += 1) {
    const [r = 0, g = 0, b = 0] = pixels.subarray(i * 3, i * 3 + 3);
    const values = [
      0.299 * r + 0.587 * g + 0.114 * b - 128,
      -0.1687 * r - 0.3313 * g + 0.5 * b,
      0.5 * r - 0.4187 * g - 0.0813 * b,
    ];
    planes.forEach((plane, component) => {
      plane[i] = values[component] ?? 0;
    });
  }
  return planes;
}

/** The 64 coefficients of a block in zigzag order: a cosine transform along rows, then columns. */
function quantised(plane: Float32Array, width: number, left: number, top: number): number[] {
  const rows = new Float32Array(64);
  for (let y = 0; y < 8; y += 1) {
    for (let u = 0; u < 8; u += 1) {
      let sum = 0;
      for (let x = 0; x < 8; x += 1) sum += (plane[(top + y) * width + left + x] ?? 0) * (COSINES[u * 8 + x] ?? 0);
      rows[y * 8 + u] = sum * (u === 0 ? Math.SQRT1_2 : 1);
    }
  }
  return ZIGZAG.map((index) => {
    const v = index >> 3;
    let sum = 0;
    for (let y = 0; y < 8; y += 1) sum += (rows[y * 8 + (index & 7)] ?? 0) * (COSINES[v * 8 + y] ?? 0);
    return Math.round((sum * (v === 0 ? Math.SQRT1_2 : 1)) / 4 / STEP);
  });
}

function writeBlock(bits: BitWriter, block: readonly number[], lastDc: number): void {
  const difference = (block[0] ?? 0) - lastDc;
  bits.write(sizeOf(difference), 4);
  bits.writeValue(difference);
  let zeros = 0;
  for (const value of block.slice(1)) {
    if (value === 0) {
      zeros += 1;
      continue;
    }
    for (; zeros > 15; zeros -= 16) bits.write(AC_CODE.get(0xf0) ?? 0, 8);
    bits.write(AC_CODE.get((zeros << 4) | sizeOf(value)) ?? 0, 8);
    bits.writeValue(value);
    zeros = 0;
  }
  if (zeros > 0) bits.write(AC_CODE.get(0x00) ?? 0, 8);
}

/** Bits needed for the value without its sign. */
function sizeOf(value: number): number {
  return value === 0 ? 0 : 32 - Math.clz32(Math.abs(value));
}

class BitWriter {
  private readonly bytes: number[] = [];
  private pending = 0;
  private count = 0;

  write(value: number, length: number): void {
    for (let bit = length - 1; bit >= 0; bit -= 1) {
      this.pending = (this.pending << 1) | ((value >> bit) & 1);
      this.count += 1;
      if (this.count === 8) this.flush();
    }
  }

  /** Negative values are written as their one's complement. */
  writeValue(value: number): void {
    const size = sizeOf(value);
    this.write(value < 0 ? value + (1 << size) - 1 : value, size);
  }

  finish(): Buffer {
    while (this.count !== 0) this.write(1, 1);
    return Buffer.from(this.bytes);
  }

  private flush(): void {
    this.bytes.push(this.pending);
    // 0xff announces a marker, unless a zero follows.
    if (this.pending === 0xff) this.bytes.push(0);
    this.pending = 0;
    this.count = 0;
  }
}
