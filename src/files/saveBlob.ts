/**
 * The browser copies the bytes while it saves them, and does not tell when it is done. An hour is enough for the
 * largest file on the slowest disk, and nothing but disk space is lost by waiting.
 */
export const SAVING_TAKES_MS = 60 * 60 * 1000;

/** Hands finished bytes to the browser's own download under this name. */
export function saveBlob(blob: Blob, fileName: string): void {
  // Typed as bytes: a browser must save this, never show it.
  const url = URL.createObjectURL(blob.slice(0, blob.size, 'application/octet-stream'));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), SAVING_TAKES_MS);
}
