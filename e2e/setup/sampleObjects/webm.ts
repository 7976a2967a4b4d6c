import { VP8_FRAMES } from './vp8Frames.ts';

const FRAMES_PER_SECOND = 12;

/** A two-second WebM: the frames of `vp8Frames.ts` in a Matroska container written by hand. */
export function webm(): Uint8Array {
  const header = element('1a45dfa3', [
    element('4286', number(1)), // EBMLVersion
    element('42f7', number(1)), // EBMLReadVersion
    element('42f2', number(4)), // EBMLMaxIDLength
    element('42f3', number(8)), // EBMLMaxSizeLength
    element('4282', Buffer.from('webm')), // DocType
    element('4287', number(2)), // DocTypeVersion
    element('4285', number(2)), // DocTypeReadVersion
  ]);
  const info = element('1549a966', [
    element('2ad7b1', number(1_000_000)), // TimestampScale: timestamps are milliseconds
    element('4489', float(milliseconds(VP8_FRAMES.length))), // Duration
    element('4d80', Buffer.from('beeline')), // MuxingApp
    element('5741', Buffer.from('beeline')), // WritingApp
  ]);
  const tracks = element('1654ae6b', [
    element('ae', [
      element('d7', number(1)), // TrackNumber
      element('73c5', number(1)), // TrackUID
      element('83', number(1)), // TrackType: video
      element('86', Buffer.from('V_VP8')), // CodecID
      element('e0', [element('b0', number(160)), element('ba', number(90))]), // PixelWidth, PixelHeight
    ]),
  ]);
  const cluster = element('1f43b675', [
    element('e7', number(0)), // Timestamp
    ...VP8_FRAMES.map((frame, index) => simpleBlock(milliseconds(index), index === 0, Buffer.from(frame, 'base64'))),
  ]);
  return Buffer.concat([header, element('18538067', [info, tracks, cluster])]);
}

/** When a frame is shown. */
function milliseconds(frame: number): number {
  return Math.round((frame * 1000) / FRAMES_PER_SECOND);
}

function simpleBlock(at: number, isKeyFrame: boolean, frame: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head[0] = 0x81; // track 1
  head.writeInt16BE(at, 1);
  head[3] = isKeyFrame ? 0x80 : 0;
  return element('a3', [head, frame]);
}

/** Id, length in four bytes, content. */
function element(id: string, content: Buffer | readonly Buffer[]): Buffer {
  const body = Buffer.isBuffer(content) ? content : Buffer.concat(content);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(0x10000000 + body.length);
  return Buffer.concat([Buffer.from(id, 'hex'), size, body]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function float(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}
