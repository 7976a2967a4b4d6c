import { deflateSync, inflateSync } from 'node:zlib';

/** Pixels row by row, `channels` bytes each: grey, grey and alpha, RGB, or RGB and alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Channels by colour type, and back (PNG specification, 11.2.2). */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 4: 2, 2: 3, 6: 4 };

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.equals(bytes.subarray(0, 8));
}

/** The pixels of a PNG; undefined for a form that is not read here: palettes, 16 bits, interlacing. */
export function readPng(bytes: Uint8Array): Pixels | undefined {
  const file = Buffer.from(bytes);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const channels = CHANNELS[file[25] ?? -1];
  if (channels === undefined || file[24] !== 8 || file[28] !== 0) return undefined;
  const parts: Buffer[] = [];
  for (let at = 8; at + 8 <= file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
    }
  }
  const filtered = inflateSync(Buffer.concat(parts), { maxOutputLength: height * (1 + width * channels) });
  return { width, height, channels, data: unfilter(filtered, width * channels, height, channels) };
}

/** Each row is written as differences to its neighbours; the byte before it says to which (PNG specification, 9.2). */
function unfilter(filtered: Uint8Array, rowBytes: number, height: number, channels: number): Uint8Array {
  const data = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row += 1) {
    const kind = filtered[row * (rowBytes + 1)];
    for (let at = 0; at < rowBytes; at += 1) {
      const here = row * rowBytes + at;
      const left = at < channels ? 0 : (data[here - channels] ?? 0);
      const up = row === 0 ? 0 : (data[here - rowBytes] ?? 0);
      const corner = at < channels || row === 0 ? 0 : (data[here - rowBytes - channels] ?? 0);
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
      data[here] = (filtered[row * (rowBytes + 1) + 1 + at] ?? 0) + (guesses[kind ?? 0] ?? 0);
    }
  }
  return data;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** Each pixel is the mean of those it covers. */
export function scalePng({ width, height, channels, data }: Pixels, scale: number): Pixels {
  const [toWidth, toHeight] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const scaled = new Uint8Array(toWidth * toHeight * channels);
  for (let y = 0; y < toHeight; y += 1) {
    const [top, bottom] = covered(y, toHeight, height);
    for (let x = 0; x < toWidth; x += 1) {
      const [left, right] = covered(x, toWidth, width);
      for (let channel = 0; channel < channels; channel += 1) {
        let sum = 0;
        for (let row = top; row < bottom; row += 1) {
          for (let column = left; column < right; column += 1) {
            sum += data[(row * width + column) * channels + channel] ?? 0;
          }
        }
        scaled[(y * toWidth + x) * channels + channel] = Math.round(sum / ((bottom - top) * (right - left)));
      }
    }
  }
  return { width: toWidth, height: toHeight, channels, data: scaled };
}

/** Which of `from` pixels, from the first to behind the last, the pixel `at` of `to` covers. */
function covered(at: number, to: number, from: number): [number, number] {
  const start = Math.floor((at * from) / to);
  return [start, Math.max(start + 1, Math.floor(((at + 1) * from) / to))];
}

export function writePng({ width, height, channels, data }: Pixels): Buffer {
  const rowBytes = width * channels;
  const rows = Buffer.alloc(height * (1 + rowBytes));
  for (let row = 0; row < height; row += 1) {
    rows.set(data.subarray(row * rowBytes, (row + 1) * rowBytes), row * (1 + rowBytes) + 1);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const colourType = Object.entries(CHANNELS).find(([, count]) => count === channels)?.[0];
  header.set([8, Number(colourType), 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** `zlib.crc32` exists only from Node 20.15 and 22.2 on. */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
