import type { CosClient } from '#cos/CosClient.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { decodeText } from '#viewers/decodeText.ts';
import { imageSize } from '#viewers/imageSize.ts';
import { sniffBytes } from '#viewers/sniffBytes.ts';
import type { ImageType } from '#viewers/Sniffed.ts';
import { textFlavour } from '#viewers/textFlavour.ts';
import type { Preview } from './Preview.ts';
import { readObject, type ObjectBytes } from './readObject.ts';

/** What is read of anything before it is known what it is, and all that is read of a text. */
const FIRST_BYTES = 1024 * 1024;
const MOST_IMAGE_BYTES = 64 * 1024 * 1024;
/** Four bytes each once decoded: half a gigabyte. */
const MOST_PIXELS = 120_000_000;
const HEX_BYTES = 4096;

export interface PreviewedObject {
  readonly key: ObjectKey;
  /** Its last extension chooses between ways to show a text, and nothing else. */
  readonly name: string;
  /** Where it is known: of an object of no bytes COS can give no range. */
  readonly sizeBytes?: number | undefined;
}

/**
 * Looks at the first MiB of an object and makes of it what its bytes are.
 *
 * [Note: Bytes decide, names and types lie] Whoever may write to the bucket chooses an object's name and content type, so
 * neither can make anything run: what is no raster image, media, PDF or text is shown as bytes, HTML is a text, and SVG is
 * drawn where it cannot reach the page.
 *
 * @throws what `readObject` throws
 */
export async function loadPreview(
  cos: Pick<CosClient, 'getObject'>,
  object: PreviewedObject,
  signal: AbortSignal,
): Promise<Preview> {
  const first = object.sizeBytes === 0 ? undefined : await readFirst(cos, object.key, signal);
  if (first === undefined) return { kind: 'empty' };
  const { bytes, sizeBytes } = first;
  const found = sniffBytes(bytes);
  switch (found.kind) {
    case 'image':
      return loadImage(cos, object.key, first, found.type, signal);
    case 'video':
    case 'audio':
      return { kind: found.kind, type: found.type };
    case 'pdf':
      return { kind: 'pdf', first: bytes, sizeBytes };
    case 'binary':
      return { kind: 'binary', format: found.format, first: bytes.subarray(0, HEX_BYTES) };
    case 'unknown':
    default:
      return readText(object.name, first);
  }
}

/** Undefined for an object of no bytes, of which COS can give no range. */
async function readFirst(
  cos: Pick<CosClient, 'getObject'>,
  key: ObjectKey,
  signal: AbortSignal,
): Promise<ObjectBytes | undefined> {
  try {
    const first = await readObject(cos, key, { start: 0, end: FIRST_BYTES }, signal);
    return first.sizeBytes === 0 ? undefined : first;
  } catch (error) {
    if (toFailure(error).code === 'InvalidRange' || toFailure(error).status === 416) return undefined;
    throw error;
  }
}

async function loadImage(
  cos: Pick<CosClient, 'getObject'>,
  key: ObjectKey,
  { bytes, sizeBytes, etag }: ObjectBytes,
  type: ImageType,
  signal: AbortSignal,
): Promise<Preview> {
  const size = imageSize(bytes, type);
  const hasTooManyPixels = size !== undefined && size.width * size.height > MOST_PIXELS;
  if (hasTooManyPixels || sizeBytes > MOST_IMAGE_BYTES)
    return { kind: 'tooLarge', sizeBytes, pixels: hasTooManyPixels ? size : undefined };
  if (bytes.length === sizeBytes) return { kind: 'image', blob: new Blob([bytes], { type }), size };
  const rest = await readObject(cos, key, { start: bytes.length, end: sizeBytes }, signal);
  if (rest.etag !== etag || rest.sizeBytes !== sizeBytes)
    throw new FailureError({
      kind: 'integrity',
      code: 'ObjectChanged',
      message: 'Changed between two ranges',
      facts: { key },
    });
  return { kind: 'image', blob: new Blob([bytes, rest.bytes], { type }), size };
}

function readText(name: string, { bytes, sizeBytes }: ObjectBytes): Preview {
  const isCut = bytes.length < sizeBytes;
  const decoded = decodeText(bytes, isCut);
  if (decoded === undefined) return { kind: 'binary', format: undefined, first: bytes.subarray(0, HEX_BYTES) };
  const { text, encoding } = decoded;
  return { kind: 'text', flavour: textFlavour(name, text), text, encoding, isCut, shownBytes: bytes.length, sizeBytes };
}
