import { imageSize } from './imageSize.ts';
import type { ImageType } from './Sniffed.ts';

/** Four bytes each once decoded: 160 MB, for a moment. */
const MOST_PIXELS = 40_000_000;

/**
 * A raster image drawn again, small; undefined when the browser cannot decode it or decoding would take too much memory.
 * What comes out holds nothing but pixels.
 *
 * @param side the longest side of the result, in pixels; smaller images keep their size
 */
export async function drawSmall(
  bytes: Uint8Array<ArrayBuffer>,
  type: ImageType,
  side: number,
): Promise<Blob | undefined> {
  const size = imageSize(bytes, type);
  if (size === undefined || size.width * size.height > MOST_PIXELS || typeof OffscreenCanvas === 'undefined')
    return undefined;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([bytes], { type }));
  } catch {
    // Broken, or a format this browser does not know.
    return undefined;
  }
  // The bitmap's own size: a photo may have been turned upright.
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
}
