/** What `npm audit --json` found out. */
export type AuditResult =
  /** The registry answered for this many packages; `holes` is empty when it knows nothing against them. */
  | { readonly status: 'answered'; readonly packages: number; readonly holes: readonly KnownHole[] }
  /** Nothing was checked. */
  | { readonly status: 'unanswered'; readonly why: string };

export interface KnownHole {
  readonly package: string;
  /** `low` to `critical`. */
  readonly severity: string;
  /** What is wrong, in the words of the advisory. */
  readonly titles: readonly string[];
}

interface Report {
  readonly vulnerabilities?: Record<
    string,
    { readonly severity: string; readonly via: readonly (string | Advisory)[] }
  >;
  readonly metadata?: { readonly dependencies?: { readonly prod?: number } };
  readonly message?: string;
  readonly error?: { readonly summary?: string };
}

interface Advisory {
  readonly title: string;
}

/**
 * Reads the output of `npm audit --json` (npm 8 and later). Whatever is not a whole report counts as unanswered: where a
 * registry takes no audit questions, npm prints what the registry said instead, and in some versions ends with 0.
 */
export function readAudit(output: string): AuditResult {
  let report: Report;
  try {
    report = JSON.parse(output) as Report;
  } catch {
    return { status: 'unanswered', why: output.trim().split('\n')[0] || 'npm audit said nothing' };
  }
  const packages = report.metadata?.dependencies?.prod;
  if (report.vulnerabilities === undefined || packages === undefined) {
    return { status: 'unanswered', why: report.message ?? report.error?.summary ?? 'npm audit said nothing' };
  }
  const holes = Object.entries(report.vulnerabilities).map(([name, { severity, via }]) => ({
    package: name,
    severity,
    titles: via.map((each) => (typeof each === 'string' ? `through ${each}` : each.title)),
  }));
  return { status: 'answered', packages, holes };
}
