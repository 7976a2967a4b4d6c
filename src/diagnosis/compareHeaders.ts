/**
 * Names of headers, and directives of the content security policy, that are missing or allow more than they should.
 *
 * @param expected as `securityHeaders` makes them
 * @param actual as a server sends them
 */
export function compareHeaders(
  expected: Readonly<Record<string, string>>,
  actual: { get(name: string): string | null },
): readonly string[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    const sent = actual.get(name);
    if (name === 'Content-Security-Policy') {
      return sent === null ? [name] : weakDirectives(value, sent).map((directive) => `${name}: ${directive}`);
    }
    if (name === 'Strict-Transport-Security') return sent !== null && maxAgeOf(sent) >= 31_536_000 ? [] : [name];
    // A host may forbid more devices than we ask for.
    if (name === 'Permissions-Policy')
      return sent === null ? [name] : missingItems(value, sent).length > 0 ? [name] : [];
    return sent?.trim().toLowerCase() === value.toLowerCase() ? [] : [name];
  });
}

/** Directives that `actual` lacks, or in which it lists a source that `expected` does not. */
export function weakDirectives(expected: string, actual: string): readonly string[] {
  const sent = directivesOf(actual);
  return [...directivesOf(expected)]
    .filter(([name, sources]) => {
      const given = sent.get(name);
      if (given === undefined) return true;
      return [...given].some((source) => !sources.has(source) && source !== "'none'");
    })
    .map(([name]) => name);
}

/** Origins that `connect-src` should name and does not: the page cannot reach them. */
export function missingSources(
  expected: Readonly<Record<string, string>>,
  actual: { get(name: string): string | null },
): readonly string[] {
  const sent = actual.get('Content-Security-Policy');
  if (sent === null) return [];
  const given = directivesOf(sent).get('connect-src') ?? directivesOf(sent).get('default-src');
  const wanted = directivesOf(expected['Content-Security-Policy'] ?? '').get('connect-src') ?? new Set<string>();
  if (given === undefined || given.has('*')) return [];
  return [...wanted].filter((source) => !given.has(source) && !given.has(source.replace(/\/\/.*$/, '')));
}

function directivesOf(policy: string): Map<string, ReadonlySet<string>> {
  const directives = policy
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .filter(([name]) => name !== undefined && name !== '')
    .map(([name = '', ...sources]) => [name.toLowerCase(), new Set(sources)] as const);
  // The first of a name counts (Content Security Policy Level 3, section 2.2.1).
  return new Map(directives.toReversed());
}

function missingItems(expected: string, actual: string): readonly string[] {
  const sent = new Set(actual.split(',').map((item) => item.trim()));
  return expected
    .split(',')
    .map((item) => item.trim())
    .filter((item) => !sent.has(item));
}

function maxAgeOf(value: string): number {
  return Number(/max-age=(\d+)/i.exec(value)?.[1] ?? 0);
}
