import { obtainBrowser } from '../setup/browser.mjs';
import { CdpBrowser } from './CdpBrowser.ts';
import { formatTable } from './formatTable.ts';
import { goalRows } from './goals.ts';
import { median } from './median.ts';
import { openBenchPages } from './openBenchPages.ts';
import type { MintTimes } from './page/mintMany.ts';

/**
 * `npm run bench:links`: 10,000 presigned links made in the page and written as CSV, the longest task meanwhile, and
 * each signature held against the vendor's client. Medians of fresh pages. Run it on a quiet
 * machine: a slice of 8 ms that is put aside for others counts as a long task.
 */
const COUNT = 10_000;
const RUNS = Number(process.env['BENCH_RUNS'] ?? 3);

const executable = await obtainBrowser(console.log);
const bench = await openBenchPages({});
const runs: MintTimes[] = [];
for (let run = 0; run < RUNS; run += 1) {
  const browser = new CdpBrowser(executable);
  const page = await browser.open(`${bench.origin}/`);
  await page.until('globalThis.bench');
  runs.push(await page.evaluate<MintTimes>(`bench.mint(${COUNT})`));
  await browser.close();
}
await bench.close();
const figures = new Map([
  ['links/seconds', median(runs.map(({ mintMs }) => mintMs)) / 1000],
  ['links/longest', median(runs.map(({ longestTaskMs }) => longestTaskMs))],
  ['links/wrong', Math.max(...runs.map(({ wrong }) => wrong))],
]);
console.log(`${COUNT} links written as CSV: ${median(runs.map(({ csvMs }) => csvMs)).toFixed(0)} ms`);
console.log(formatTable([['goal', 'what', 'wanted', 'figure', ''], ...goalRows(figures)]));
