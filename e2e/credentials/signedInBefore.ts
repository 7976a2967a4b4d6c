import type { Caller } from '../credentials-endpoint.ts';

/** What each person may do, by the name the web server in front found out; `*` is everybody who has no entry. */
export type Users = Readonly<Record<string, Omit<Caller, 'id'>>>;

/**
 * Believes the name that the web server in front has put into a header after it signed the person in (nginx `auth_basic`,
 * an OAuth2 proxy, a company's portal). So nothing but that server may reach the service, and that server must set the
 * header on every request, also to nothing, or whoever asks could write it.
 *
 * @param header in lower case: `x-signed-in`
 */
export function signedInBefore(users: Users, header: string): (request: Request) => Promise<Caller | undefined> {
  const known = new Map(Object.entries(users));
  return async (request) => {
    const id = request.headers.get(header) ?? '';
    const rights = known.get(id) ?? known.get('*');
    return id === '' || id === '*' || rights === undefined ? undefined : { id, ...rights };
  };
}

/**
 * Reads the file of users: `{ "anna": { "prefix": "team/", "mayUpload": true, "mayDelete": true } }`.
 *
 * @throws Error that names the entry, for whoever wrote it
 */
export function parseUsers(json: string): Users {
  const entries = Object.entries(JSON.parse(json) as Record<string, Partial<Caller> | null>);
  return Object.fromEntries(
    entries.map(([name, entry]) => {
      const { prefix, mayUpload = false, mayDelete = false } = entry ?? {};
      if (typeof prefix !== 'string' || !/^$|^[^/].*\/$/.test(prefix)) {
        throw new Error(`${name}: "prefix" must be "" (the whole bucket) or end with a slash and not begin with one.`);
      }
      if (typeof mayUpload !== 'boolean' || typeof mayDelete !== 'boolean') {
        throw new Error(`${name}: "mayUpload" and "mayDelete" must be true or false.`);
      }
      return [name, { prefix, mayUpload, mayDelete }];
    }),
  );
}
