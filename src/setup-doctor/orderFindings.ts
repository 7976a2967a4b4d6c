import { CHECKS, type Finding, type Severity } from '#lib/Finding.ts';

const SEVERITIES: readonly Severity[] = ['bad', 'warning', 'unknown', 'good'];

/** What has to be mended comes first; among equals, in the order a request meets them. */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ severity, check }: Finding): number {
  return SEVERITIES.indexOf(severity) * CHECKS.length + CHECKS.indexOf(check);
}
