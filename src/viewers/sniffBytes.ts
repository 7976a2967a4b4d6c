import type { ImageType, Sniffed } from './Sniffed.ts';

type Magic = readonly [signature: string, found: Sniffed];

const image = (type: ImageType): Sniffed => ({ kind: 'image', type });
const audio = (type: string): Sniffed => ({ kind: 'audio', type });
const video = (type: string): Sniffed => ({ kind: 'video', type });
const binary = (format: string): Sniffed => ({ kind: 'binary', format });

/** Beginnings, as Latin-1 (WHATWG MIME Sniffing, section 6, and the formats' own documents). Longest first. */
const MAGIC: readonly Magic[] = [
  ['\x89PNG\r\n\x1a\n', image('image/png')],
  ['\xff\xd8\xff', image('image/jpeg')],
  ['GIF87a', image('image/gif')],
  ['GIF89a', image('image/gif')],
  ['\x00\x00\x01\x00', image('image/x-icon')],
  ['%PDF-', { kind: 'pdf' }],
  ['fLaC', audio('audio/flac')],
  ['ID3', audio('audio/mpeg')],
  ['PK\x03\x04', binary('ZIP')],
  ['PK\x05\x06', binary('ZIP')],
  ['\x1f\x8b', binary('gzip')],
  ['BZh', binary('bzip2')],
  ['\xfd7zXZ\x00', binary('XZ')],
  ["7z\xbc\xaf'\x1c", binary('7-Zip')],
  ['Rar!\x1a\x07', binary('RAR')],
  ['\x28\xb5\x2f\xfd', binary('Zstandard')],
  ['\x7fELF', binary('ELF')],
  ['MZ', binary('Windows')],
  ['\x00asm', binary('WebAssembly')],
  ['\xca\xfe\xba\xbe', binary('Java class')],
  ['SQLite format 3\x00', binary('SQLite')],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', binary('Microsoft Office')],
  ['8BPS', binary('Photoshop')],
  ['II*\x00', binary('TIFF')],
  ['MM\x00*', binary('TIFF')],
  ['PAR1', binary('Parquet')],
];

/** What `bytes`, the beginning of an object, are. A few kilobytes are enough. */
export function sniffBytes(bytes: Uint8Array): Sniffed {
  const head = latin1(bytes, 0, 64);
  const magic = MAGIC.find(([signature]) => head.startsWith(signature));
  if (magic) return magic[1];
  return (
    riff(head) ??
    isoMedia(head) ??
    matroska(bytes, head) ??
    ogg(bytes, head) ??
    bitmap(head) ??
    mpegAudio(bytes) ?? { kind: 'unknown' }
  );
}

function riff(head: string): Sniffed | undefined {
  if (!head.startsWith('RIFF')) return undefined;
  const form = head.slice(8, 12);
  if (form === 'WEBP') return image('image/webp');
  if (form === 'WAVE') return audio('audio/wav');
  return form === 'AVI ' ? binary('AVI') : undefined;
}

/** ISO base media (MP4 and its family): the brand says which. */
function isoMedia(head: string): Sniffed | undefined {
  if (head.slice(4, 8) !== 'ftyp') return undefined;
  const brand = head.slice(8, 12);
  if (brand === 'avif' || brand === 'avis') return image('image/avif');
  if (/^(?:hei[cmsx]|hev[cx]|mif1|msf1)$/.test(brand)) return binary('HEIF');
  if (/^M4[AB]/.test(brand)) return audio('audio/mp4');
  return video(brand === 'qt  ' ? 'video/quicktime' : 'video/mp4');
}

function matroska(bytes: Uint8Array, head: string): Sniffed | undefined {
  if (!head.startsWith('\x1a\x45\xdf\xa3')) return undefined;
  return video(latin1(bytes, 0, 4096).includes('webm') ? 'video/webm' : 'video/x-matroska');
}

function ogg(bytes: Uint8Array, head: string): Sniffed | undefined {
  if (!head.startsWith('OggS')) return undefined;
  return latin1(bytes, 0, 512).includes('theora') ? video('video/ogg') : audio('audio/ogg');
}

/** `BM` alone begins too many texts: the size of the next header must be one that exists. */
function bitmap(head: string): Sniffed | undefined {
  const headerBytes = head.charCodeAt(14);
  return head.startsWith('BM') &&
    head.slice(15, 18) === '\x00\x00\x00' &&
    [12, 40, 52, 56, 108, 124].includes(headerBytes)
    ? image('image/bmp')
    : undefined;
}

/** A frame header without a tag before it: eleven set bits, then a version, layer and rates that exist. */
function mpegAudio([first, second = 0, third = 0xff]: Uint8Array): Sniffed | undefined {
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  if ((second & 0xf6) === 0xf0) return audio('audio/aac');
  const isFrame = (second & 0x18) !== 0x08 && (second & 0x06) !== 0 && third >> 4 !== 0x0f && (third & 0x0c) !== 0x0c;
  return isFrame ? audio('audio/mpeg') : undefined;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
