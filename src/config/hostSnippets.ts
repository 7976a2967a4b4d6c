/** Web servers and hosting platforms that take headers as text. */
export const HOSTINGS = ['nginx', 'caddy', 'headers-file'] as const;
export type Hosting = (typeof HOSTINGS)[number];

/** What never changes under its name: the build writes a hash into it. */
const HASHED = '/assets/';
const FOR_GOOD = 'public, max-age=31536000, immutable';
/** Asked for again each time, and answered with 304 when nothing is new. */
const ASK_AGAIN = 'no-cache';

/**
 * The headers of `securityHeaders` and the two caching rules, as this host takes them:
 *
 * - `nginx`: lines for the `server` block. One place for all of them, since an `add_header` in a `location` would make nginx
 *   forget those outside.
 * - `caddy`: directives for the site block.
 * - `headers-file`: the `_headers` file of Netlify and Cloudflare Pages.
 *
 * @throws RangeError for a value that would end the quotes around it
 */
export function hostSnippet(hosting: Hosting, headers: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(headers);
  const wrong = pairs.find(([, value]) => /["\\$\r\n`{}]/.test(value));
  if (wrong) throw new RangeError(`${wrong[0]} holds a character that ${hosting} would read as its own`);
  return WRITERS[hosting](pairs).join('\n');
}

type Pairs = readonly (readonly [name: string, value: string])[];

const WRITERS: Readonly<Record<Hosting, (pairs: Pairs) => readonly string[]>> = {
  nginx: (pairs) => [
    `set $beeline_cache "${ASK_AGAIN}";`,
    `if ($uri ~ ${HASHED}) { set $beeline_cache "${FOR_GOOD}"; }`,
    'add_header Cache-Control $beeline_cache always;',
    ...pairs.map(([name, value]) => `add_header ${name} "${value}" always;`),
  ],
  caddy: (pairs) => [
    `@hashed path *${HASHED}*`,
    `@other not path *${HASHED}*`,
    `header @hashed Cache-Control "${FOR_GOOD}"`,
    `header @other Cache-Control "${ASK_AGAIN}"`,
    'header {',
    ...pairs.map(([name, value]) => `\t${name} "${value}"`),
    '}',
  ],
  'headers-file': (pairs) => [
    '/*',
    ...pairs.map(([name, value]) => `  ${name}: ${value}`),
    // Two rules that match would be joined with a comma, so each path has one.
    ...['/', '/index.html', '/config.json'].flatMap((path) => [path, `  Cache-Control: ${ASK_AGAIN}`]),
    `${HASHED}*`,
    `  Cache-Control: ${FOR_GOOD}`,
  ],
};
