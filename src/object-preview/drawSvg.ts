/** Sharp enough for any screen, and small enough for any memory. */
const LONGEST_SIDE = 2048;

/**
 * An SVG as a PNG; undefined when the browser cannot draw it.
 *
 * [Note: SVG is drawn, not opened] An SVG is a document that can hold scripts. In an image element no script runs and
 * nothing is fetched, but its URL opened in a tab would be a page of ours. So that URL never enters the page: the picture
 * is drawn once, out of sight, and only its pixels are shown.
 */
export async function drawSvg(source: string): Promise<Blob | undefined> {
  const url = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const width = picture.naturalWidth || 512;
    const height = picture.naturalHeight || 512;
    const scale = LONGEST_SIDE / Math.max(width, height);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}
