/**
 * `npm test`: every check there is, cheapest first, ended by one plain line `N passed, N failed`.
 *
 * A failing stage does not stop the later ones, so that the count is whole. Lint, format, types and build count as one
 * test each; a stage that cannot say how many tests it ran counts as one failure.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { obtainBrowser } from './browser.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const reports = join(root, '.beeline', 'test-reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;

await stage('lint', 'oxlint', ['--type-aware', '--deny-warnings']);
await stage('format', 'oxfmt', ['--check', '.']);
await stage('types', 'tsc', ['--noEmit']);
await stage('unit', 'vitest', ['run', '--project', 'unit'], { report: 'vitest' });
await stage('emulator', 'vitest', ['run', '--project', 'emulator'], { report: 'vitest' });
await stage('build', 'vite', ['build', '--logLevel', 'warn']);
await journeys();
await stage('fault grid', 'tsx', ['e2e/grid/printGrid.ts', '--reports', reports], { live: true });

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function journeys() {
  try {
    const browser = await obtainBrowser((message) => console.log(message));
    await stage('journeys', 'playwright', ['test', '--reporter=list,json'], {
      report: 'playwright',
      env: { CHROME_PATH: browser },
      live: true,
    });
  } catch (error) {
    failed += 1;
    console.log(`journeys: ${error.message}`);
  }
}

/**
 * @param {string} name
 * @param {string} command A program of node_modules/.bin.
 * @param {string[]} args
 * @param {{ report?: 'vitest' | 'playwright', env?: Record<string, string>, live?: boolean }} [options]
 *   `live` shows the output while it runs; otherwise only a failure is shown.
 */
async function stage(name, command, args, options = {}) {
  const file = join(reports, `${name}.json`);
  const reporting =
    options.report === 'vitest' ? ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`] : [];
  const started = Date.now();
  if (options.live) console.log(`${name}…`);
  const { code, output } = await run(join(root, 'node_modules/.bin', command), [...args, ...reporting], {
    env: { ...process.env, ...options.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file, FORCE_COLOR: '0' },
    live: options.live === true,
  });
  const counts = options.report ? countsOf(options.report, file) : { passed: 1, failed: 0 };
  if (code !== 0 && counts.failed === 0) {
    counts.failed = 1;
    if (!options.report) counts.passed = 0;
  }
  passed += counts.passed;
  failed += counts.failed;
  if (code !== 0 && !options.live) console.log(output.trimEnd());
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const result = counts.failed === 0 ? 'ok' : 'FAILED';
  console.log(`${name}: ${result} (${counts.passed} passed, ${counts.failed} failed, ${seconds} s)`);
}

/** Tests passed and failed according to a JSON report; a file that could not even be loaded is one failure. */
function countsOf(kind, file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  if (kind === 'playwright') {
    const { expected, unexpected, flaky } = report.stats;
    return { passed: expected, failed: unexpected + flaky + report.errors.length };
  }
  const unloadable = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length };
}

function run(command, args, { env, live }) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        if (live) process.stdout.write(text);
      });
    }
    child.on('error', (error) => done({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
