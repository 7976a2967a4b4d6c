export interface HexRow {
  /** `00000010` */
  readonly offset: string;
  /** `89 50 4e 47 …`, up to sixteen. */
  readonly hex: string;
  /** Printable ASCII; a dot for everything else. */
  readonly ascii: string;
}

const BYTES_PER_ROW = 16;

/** Bytes as people read them who look into files. */
export function hexRows(bytes: Uint8Array): readonly HexRow[] {
  return Array.from({ length: Math.ceil(bytes.length / BYTES_PER_ROW) }, (_, row) => {
    const part = Array.from(bytes.subarray(row * BYTES_PER_ROW, (row + 1) * BYTES_PER_ROW));
    return {
      offset: (row * BYTES_PER_ROW).toString(16).padStart(8, '0'),
      hex: part.map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
      ascii: part.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join(''),
    };
  });
}
