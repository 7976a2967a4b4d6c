import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obtainBrowser } from '../setup/browser.mjs';
import { CdpBrowser } from './CdpBrowser.ts';
import type { Line } from './EmulatorProcess.ts';
import { countPreflights } from './countPreflights.ts';
import { formatTable } from './formatTable.ts';
import { goalRows } from './goals.ts';
import { measureQueue } from './measureQueue.ts';
import { measureScenario } from './measureScenario.ts';
import { openBenchPages, type BenchPages } from './openBenchPages.ts';
import { MIB, scenarios } from './scenarios.ts';
import { writeRandomFile } from '../fixtures/writeRandomFile.ts';

/**
 * `npm run bench`: uploads by the app's engine against plain `fetch`, the vendor's client and Uppy, to the same local
 * COS, in one interleaved run; medians, and at the end every goal with its figure. Ratios hold, megabytes per second
 * belong to this machine.
 *
 * `npm run bench -- --runs 5 --mib 256 --rate 20 --only 2,3 --skip sdk`: rounds (default 5), size of the big file, MB/s
 * of each far connection, scenarios (1–5 as below, 6 the queue, 11 preflights), ways to leave out by their id. Where the
 * machine cannot carry twelve connections of that rate, it and not the line is measured: the first line of block 3 shows
 * it, and a lower rate helps. `--timeline` says of every upload how busy each lane and each thread was.
 */
const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const runs = Number(argument('runs') ?? 5);
const fileMib = Number(argument('mib') ?? 256);
const rate = Number(argument('rate') ?? 20);
const skip = argument('skip')?.split(',') ?? [];
const only = argument('only')?.split(',');
const isAsked = (number: string): boolean => only === undefined || only.includes(number);

const scratch = mkdtempSync(join(tmpdir(), 'beeline-bench-file-'));
const filePath = join(scratch, 'big.bin');
await writeRandomFile(filePath, fileMib);
const executable = await obtainBrowser(console.log);
const figures = new Map<string, number>();
const rows: string[][] = [];

for (const asked of scenarios(fileMib * MIB, rate * 1e6)) {
  if (!isAsked(asked.number)) continue;
  const scenario = { ...asked, ways: asked.ways.filter(({ id }) => !skip.includes(id)) };
  const measured = await onPages(scenario.line, (bench, browser) =>
    measureScenario(scenario, { bench, browser, filePath, runs }),
  );
  rows.push([`${scenario.number}. ${scenario.title}`, '', '', '', '', '']);
  for (const { way, seconds, cpuSeconds, growthMib } of measured) {
    figures.set(`${scenario.number}/${way.id}/seconds`, seconds);
    if (!Number.isNaN(cpuSeconds)) figures.set(`${scenario.number}/${way.id}/cpu`, cpuSeconds);
    const megabytes = scenario.totalBytes / 1e6;
    rows.push([
      `   ${way.name}`,
      seconds.toFixed(2),
      (megabytes / seconds).toFixed(megabytes < 100 ? 2 : 0),
      ((measured[0]?.seconds ?? Number.NaN) / seconds).toFixed(2),
      cpuSeconds.toFixed(2),
      `+${growthMib.toFixed(1)} MiB`,
    ]);
  }
}
if (isAsked('6')) await onPages({}, (_bench, browser, origin) => measureQueue(browser, origin, figures));
if (isAsked('11')) await onPages({}, (bench, browser) => countPreflights(bench, browser, filePath, figures));

if (rows.length > 0) {
  const head = [`median of ${runs}`, 'seconds', 'MB/s', 'ratio', 'CPU s', 'page memory'];
  console.log(`\n${formatTable([head, ...rows])}`);
  console.log('Ratio: to the first line of the block. CPU: of all processes of the browser.');
  console.log('Page memory: highest heap and buffers while sending, less before.');
}
console.log(`\n${formatTable([['goal', 'what', 'wanted', 'figure', ''], ...goalRows(figures)])}`);
rmSync(scratch, { recursive: true });

/** A fresh browser and a fresh bucket at the end of this line. */
async function onPages<T>(
  line: Line,
  work: (bench: BenchPages, browser: CdpBrowser, origin: string) => Promise<T>,
): Promise<T> {
  const bench = await openBenchPages(line);
  const browser = new CdpBrowser(executable);
  try {
    return await work(bench, browser, bench.origin);
  } finally {
    await browser.close();
    await bench.close();
  }
}
