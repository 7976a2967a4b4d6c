import mime from 'mime';

/** One file on its way to a bucket. */
export interface Upload {
  /** Path in the build, with `/`. */
  readonly path: string;
  readonly key: string;
  readonly contentType: string;
  readonly cacheControl: string;
}

const FOR_GOOD = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';
/** Types whose bytes are text in UTF-8. */
const IS_TEXT = /^(?:text\/|application\/(?:json|manifest\+json|xml)|image\/svg\+xml)/;

/**
 * What to upload, in which order: files with a hash in their name first, `config.json` after them, `index.html` last. At
 * every moment the page that is there finds everything it names.
 *
 * @param paths of the build, relative, with `/`; what begins with a dot (the build's own manifest) stays behind
 * @param prefix of the keys: `''` or ends with `/`
 */
export function planDeployment(paths: readonly string[], prefix: string): readonly Upload[] {
  return paths
    .filter((path) => !path.startsWith('.'))
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((path) => ({
      path,
      key: prefix + path,
      contentType: contentTypeOf(path),
      cacheControl: path.startsWith('assets/') ? FOR_GOOD : ASK_AGAIN,
    }));
}

function rank(path: string): number {
  if (path === 'index.html') return 3;
  if (path === 'config.json') return 2;
  return path.startsWith('assets/') ? 0 : 1;
}

function contentTypeOf(path: string): string {
  const type = mime.getType(path) ?? 'application/octet-stream';
  return IS_TEXT.test(type) ? `${type}; charset=utf-8` : type;
}
