/** How a text is best shown. Every flavour is data: none of them runs, frames or fetches anything. */
export type TextFlavour = 'markdown' | 'json' | 'csv' | 'svg' | 'code' | 'plain';

const BY_EXTENSION: ReadonlyMap<string, TextFlavour> = new Map([
  ...['md', 'markdown', 'mdown'].map((extension) => [extension, 'markdown'] as const),
  ...['json', 'geojson', 'webmanifest', 'ipynb', 'map'].map((extension) => [extension, 'json'] as const),
  ...['csv', 'tsv', 'tab'].map((extension) => [extension, 'csv'] as const),
  ...['txt', 'text', 'nfo', 'readme'].map((extension) => [extension, 'plain'] as const),
]);

/** Chooses the view for a text by its beginning and the last extension of its name. */
export function textFlavour(name: string, text: string): TextFlavour {
  if (isSvg(text)) return 'svg';
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const named = BY_EXTENSION.get(extension);
  if (named !== undefined) return named;
  if (/^\s*[[{]/.test(text) && !name.includes('.')) return 'json';
  return name.includes('.') ? 'code' : 'plain';
}

/** The root element is `svg`, after what XML allows before it. */
function isSvg(text: string): boolean {
  return /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*|<!DOCTYPE svg[^>[]*>\s*)*<svg[\s>/]/i.test(
    text.slice(0, 8192),
  );
}
