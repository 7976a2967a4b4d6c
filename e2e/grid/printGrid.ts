/**
 * `npm run grid`: runs the tests of the fault grid, in the engine and in the browser, and prints every cell with the
 * tests that are about it and how they ended. Nothing in it is written by hand: cells come from `faultGrid.ts`, results
 * from the reports. `--reports <folder>` takes those of an earlier `npm test` instead of running anything.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../setup/projectRoot.ts';
import { allCells, cellsIn, FAULT_GRID } from './faultGrid.ts';
import type { FaultId } from './FaultRow.ts';
import { readResults } from './readResults.ts';
import type { GridResult } from './readResults.ts';

const at = process.argv.indexOf('--reports');
const given = at >= 0 ? process.argv[at + 1] : undefined;
const reports = given ?? join(projectRoot, '.beeline', 'grid');
const files = { engine: join(reports, 'emulator.json'), browser: join(reports, 'journeys.json') };
if (given === undefined) {
  mkdirSync(reports, { recursive: true });
  run('vitest', [
    'run',
    '--project',
    'emulator',
    'e2e/grid',
    'e2e/operations',
    '--reporter=json',
    `--outputFile=${files.engine}`,
  ]);
  run('playwright', ['test', 'faults.spec', 'resume.spec', 'download-stream.spec', '--reporter=json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: files.browser,
  });
}

const results = new Map<string, GridResult[]>();
for (const [where, file] of Object.entries(files)) {
  if (!existsSync(file)) throw new Error(`There is no report ${file}.`);
  for (const result of readResults(where as 'engine' | 'browser', JSON.parse(readFileSync(file, 'utf8')))) {
    for (const [fault, phase] of cellsIn(result.title)) {
      const cell = `${fault} ${phase}`;
      results.set(cell, [...(results.get(cell) ?? []), result]);
    }
  }
}

const lines = [
  '| fault | phase | code | what must be seen | tests | result |',
  '| --- | --- | --- | --- | --- | --- |',
];
const counts = { passed: 0, failed: 0, untested: 0, later: 0 };
let last: FaultId | undefined;
for (const { fault, phase, code, seen } of allCells()) {
  const found = results.get(`${fault} ${phase}`) ?? [];
  const isLater = /^issue|^n\/a/.test(code);
  const verdict = isLater
    ? 'later'
    : found.length === 0
      ? 'untested'
      : found.every(({ passed }) => passed)
        ? 'passed'
        : 'failed';
  counts[verdict] += 1;
  const tests = (['engine', 'browser'] as const)
    .map((where) => [where, found.filter((result) => result.where === where).length] as const)
    .filter(([, count]) => count > 0)
    .map(([where, count]) => (count === 1 ? where : `${where} ×${count}`))
    .join(', ');
  const name = fault === last ? fault : `${fault} ${FAULT_GRID[fault]?.what ?? ''}`;
  last = fault;
  lines.push(`| ${name} | ${phase} | ${code} | ${seen} | ${tests} | ${isLater ? code : verdict} |`);
}
const summary = `${counts.passed} cells passed, ${counts.failed} failed, ${counts.untested} without a test, ${counts.later} that cannot happen yet`;
const table = `${lines.join('\n')}\n\n${summary}\n`;
mkdirSync(reports, { recursive: true });
writeFileSync(join(reports, 'fault-grid.md'), table);
console.log(given === undefined ? table : summary);
process.exitCode = counts.failed + counts.untested > 0 ? 1 : 0;

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  console.error(`${program}…`);
  spawnSync(join(projectRoot, 'node_modules/.bin', program), args, {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
}
