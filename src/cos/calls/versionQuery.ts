/** Names a version of an object, beside what else the query says. */
export function versionQuery(
  versionId: string | undefined,
  query: Readonly<Record<string, string>> = {},
): { readonly query?: Readonly<Record<string, string>> } {
  const all = { ...query, ...(versionId === undefined ? {} : { versionId }) };
  return Object.keys(all).length === 0 ? {} : { query: all };
}
