import { CosServiceError } from '../CosServiceError.ts';
import type { CosRequest } from '../OperationContext.ts';
import { invalidArgument, notImplemented } from './refusals.ts';
import { isPng, readPng, scalePng, writePng } from './scalePng.ts';

const PREFIX = 'imageMogr2/';
/** COS documentation 36366. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_SIDE = 9999;

/** What a GET asks image processing for; undefined when it asks for the object itself. */
export function requestedProcessing({ query }: CosRequest): string | undefined {
  return [...query.keys()].find((name) => name.startsWith(PREFIX));
}

/**
 * An image made of an object (COS documentation 36366): `imageMogr2/thumbnail/<Width>x<Height>`, which fits a box, and with
 * a `>` behind it never scales up.
 *
 * **Gaps**: of all formats only PNG with 8 bits and no interlacing is understood, and no other operation; both answer 501.
 * The codes for what is no image or too large are this emulator's choice: the documents name none.
 */
export function processImage(process: string, bytes: Uint8Array): Buffer {
  const [, width, height, mark = ''] = /^imageMogr2\/thumbnail\/(\d{1,5})x(\d{1,5})(>?)$/.exec(process) ?? [];
  if (width === undefined || height === undefined) throw notImplemented(`the image processing ${process}`);
  const box = { width: Number(width), height: Number(height) };
  if ([box.width, box.height].some((side) => side < 1 || side > MOST_SIDE))
    throw invalidArgument('A side is 1 to 9999.');
  if (bytes.length > MOST_BYTES) throw new CosServiceError(400, 'EntityTooLarge', 'The image is larger than 32 MB.');
  if (!isPng(bytes)) {
    if (isOtherImage(bytes)) throw notImplemented('image processing of anything but PNG');
    throw invalidArgument('The object is not an image.');
  }
  const image = readPng(bytes);
  if (image === undefined) throw notImplemented('image processing of this kind of PNG');
  const fitting = Math.min(box.width / image.width, box.height / image.height);
  return writePng(scalePng(image, mark === '>' ? Math.min(1, fitting) : fitting));
}

function isOtherImage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return /^(?:\xff\xd8\xff|GIF8|BM|RIFF....WEBP)/s.test(head);
}
