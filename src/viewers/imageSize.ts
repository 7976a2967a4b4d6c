import type { ImageType } from './Sniffed.ts';

/** In pixels, as the file says. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size an image will have once decoded, read from its header and without decoding: a kilobyte can claim a picture
 * of gigabytes. Undefined when the header is not within `bytes`, or the format is not one we can read.
 */
export function imageSize(bytes: Uint8Array, type: ImageType): PixelSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (type) {
      case 'image/png':
        return size(view.getUint32(16), view.getUint32(20));
      case 'image/gif':
        return size(view.getUint16(6, true), view.getUint16(8, true));
      case 'image/bmp':
        return size(view.getInt32(18, true), Math.abs(view.getInt32(22, true)));
      case 'image/jpeg':
        return jpegSize(view);
      case 'image/webp':
        return webpSize(view);
      case 'image/avif':
        return avifSize(view);
      case 'image/x-icon':
      default:
        return size(view.getUint8(6) || 256, view.getUint8(7) || 256);
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function size(width: number, height: number): PixelSize {
  return { width, height };
}

/** Segments follow each other; a start-of-frame (C0 to CF without C4, C8 and CC) holds the size (ITU-T T.81, B.2.2). */
function jpegSize(view: DataView): PixelSize | undefined {
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isStandalone = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return size(view.getUint16(at + 7), view.getUint16(at + 5));
    at += isStandalone ? (marker === 0xff ? 1 : 2) : 2 + view.getUint16(at + 2);
  }
}

/** Three kinds of first chunk (RFC 9649, section 2). */
function webpSize(view: DataView): PixelSize | undefined {
  const chunk = view.getUint32(12);
  if (chunk === 0x56503858) return size(1 + uint24(view, 24), 1 + uint24(view, 27));
  if (chunk === 0x56503820) return size(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (chunk !== 0x5650384c) return undefined;
  const bits = view.getUint32(21, true);
  return size(1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff));
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
}

/** The largest `ispe` property among the boxes (ISO/IEC 23008-12, 6.5.3). */
function avifSize(view: DataView): PixelSize | undefined {
  let largest: PixelSize | undefined;
  for (let at = 0; at + 16 <= Math.min(view.byteLength, 65_536); at += 1) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const found = size(view.getUint32(at + 8), view.getUint32(at + 12));
    if (!largest || found.width * found.height > largest.width * largest.height) largest = found;
  }
  return largest;
}
