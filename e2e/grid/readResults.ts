/** One test of a report. */
export interface GridResult {
  readonly where: 'engine' | 'browser';
  readonly title: string;
  readonly passed: boolean;
}

interface VitestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly { readonly title: string; readonly ok: boolean }[];
}

/** The tests in a JSON report of Vitest (`engine`) or Playwright (`browser`), skipped ones as not passed. */
export function readResults(where: GridResult['where'], report: unknown): readonly GridResult[] {
  if (where === 'engine') {
    return (report as VitestReport).testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ title, status }) => ({ where, title, passed: status === 'passed' })),
    );
  }
  const specsOf = ({ suites = [], specs = [] }: PlaywrightSuite): readonly GridResult[] => [
    ...specs.map(({ title, ok }) => ({ where, title, passed: ok })),
    ...suites.flatMap(specsOf),
  ];
  return specsOf(report as PlaywrightSuite);
}
