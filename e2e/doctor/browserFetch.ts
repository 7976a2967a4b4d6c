/** Methods and headers that leave without a preflight (Fetch standard, 2.2.1 and 2.2.2). */
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);
const SAFE_HEADERS: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-language']);
const SAFE_CONTENT_TYPE = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)(?:;|$)/i;
const SAFE_RANGE = /^bytes=\d+-\d*$/;
/** Response headers any page may read. */
const READABLE = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
];

/**
 * A `fetch` that keeps the rules a browser keeps for a page on `pageOrigin`: it asks before requests that need a
 * preflight, rejects answers the page may not read, and hides headers that are not exposed. Without it a program sees a
 * set-up that works and a person does not.
 *
 * @param send a `fetch` that keeps no such rules, as Node's
 */
export function browserFetch(send: typeof fetch, pageOrigin: string): typeof fetch {
  return async (input, { mode, ...init } = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = (init.method ?? 'GET').toUpperCase();
    const headers = new Headers(init.headers);
    if (url.origin === pageOrigin) {
      if (method !== 'GET' && method !== 'HEAD') headers.set('Origin', pageOrigin);
      return send(url, { ...init, headers });
    }
    if (mode === 'no-cors') {
      const response = await send(url, { ...init, headers });
      await response.body?.cancel();
      return new Response(null);
    }
    const asked = [...headers].filter(([name, value]) => !isSafe(name, value)).map(([name]) => name);
    const isSafeMethod = SAFE_METHODS.has(method);
    const withCookies = init.credentials === 'include';
    if (!isSafeMethod || asked.length > 0) {
      await preflight(send, url, { method: isSafeMethod ? undefined : method, asked, pageOrigin, withCookies });
    }
    headers.set('Origin', pageOrigin);
    const response = await send(url, { ...init, headers });
    if (allows(response.headers, pageOrigin, withCookies)) return readable(response, withCookies);
    await response.body?.cancel();
    throw blocked('no Access-Control-Allow-Origin for this page');
  };
}

interface Asking {
  /** Undefined for a method that needs no permission. */
  readonly method: string | undefined;
  readonly asked: readonly string[];
  readonly pageOrigin: string;
  readonly withCookies: boolean;
}

async function preflight(
  send: typeof fetch,
  url: URL,
  { method, asked, pageOrigin, withCookies }: Asking,
): Promise<void> {
  const answer = await send(url, {
    method: 'OPTIONS',
    headers: {
      Origin: pageOrigin,
      'Access-Control-Request-Method': method ?? 'POST',
      ...(asked.length > 0 ? { 'Access-Control-Request-Headers': asked.toSorted().join(',') } : {}),
    },
  });
  await answer.body?.cancel();
  if (!answer.ok || !allows(answer.headers, pageOrigin, withCookies)) throw blocked('the preflight was refused');
  const methods = listOf(answer.headers, 'access-control-allow-methods');
  if (method !== undefined && !methods.includes(method.toLowerCase()) && !methods.includes('*')) {
    throw blocked(`${method} is not allowed`);
  }
  const allowed = listOf(answer.headers, 'access-control-allow-headers');
  const refused = asked.find((name) => {
    // The asterisk does not cover Authorization (Fetch standard, 4.10).
    return !allowed.includes(name) && (!allowed.includes('*') || name === 'authorization' || withCookies);
  });
  if (refused !== undefined) throw blocked(`the header ${refused} is not allowed`);
}

function isSafe(name: string, value: string): boolean {
  if (name === 'content-type') return SAFE_CONTENT_TYPE.test(value);
  return name === 'range' ? SAFE_RANGE.test(value) : SAFE_HEADERS.has(name);
}

function allows(headers: Headers, pageOrigin: string, withCookies: boolean): boolean {
  const allowed = headers.get('access-control-allow-origin');
  if (withCookies) return allowed === pageOrigin && headers.get('access-control-allow-credentials') === 'true';
  return allowed === pageOrigin || allowed === '*';
}

function readable(response: Response, withCookies: boolean): Response {
  const exposed = listOf(response.headers, 'access-control-expose-headers');
  const isAll = exposed.includes('*') && !withCookies;
  const names = new Set([...READABLE, ...exposed]);
  const headers = new Headers([...response.headers].filter(([name]) => isAll || names.has(name)));
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

function listOf(headers: Headers, name: string): readonly string[] {
  return (headers.get(name) ?? '').split(',').map((item) => item.trim().toLowerCase());
}

/** The reason is for whoever reads this program's output; a page never learns it. */
function blocked(reason: string): TypeError {
  return new TypeError('Failed to fetch', { cause: new Error(`CORS: ${reason}`) });
}
