const LOOPBACK = /^(?:localhost|(?:[a-z0-9-]+\.)+localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** True for names that never leave this machine: there, and only there, http is as good as https. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/**
 * The absolute form of a URL that keys or people may be sent to: https (http on loopback), or a path on our own
 * origin; no user name or password. Undefined for anything else.
 */
export function parseTrustedUrl(text: string, pageOrigin: string): string | undefined {
  // `//host` and `\host` would leave our origin while looking like a path.
  const isPath = /^\/(?![/\\])/.test(text);
  if (!isPath && !/^https?:\/\//i.test(text)) return undefined;
  if (!URL.canParse(text, pageOrigin)) return undefined;
  const url = new URL(text, pageOrigin);
  const isOurs = isPath && url.origin === pageOrigin;
  return isOurs || isTrusted(url) ? url.href : undefined;
}

/** `https://host[:port]` of a text that is nothing more than that (one trailing slash is forgiven). */
export function parseOrigin(text: string): string | undefined {
  if (!/^https?:\/\/[^/?#@\\*\s;,'"]+\/?$/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return isTrusted(url) ? url.origin : undefined;
}

function isTrusted(url: URL): boolean {
  const isPrivate = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return isPrivate && url.username === '' && url.password === '';
}
