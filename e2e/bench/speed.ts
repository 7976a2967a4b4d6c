import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { obtainBrowser } from '../setup/browser.mjs';
import { CdpBrowser } from './CdpBrowser.ts';
import { formatTable } from './formatTable.ts';
import { median } from './median.ts';
import { openBenchPages } from './openBenchPages.ts';
import { MIB, scenarios, type Scenario } from './scenarios.ts';

/**
 * `npm run bench`: uploads by the app's engine against plain `fetch` and the vendor's client, to the same local COS, in
 * one interleaved run; medians. Ratios hold, megabytes per second belong to this machine.
 *
 * `npm run bench -- --runs 5 --mib 256 --rate 20 --only 2,3 --skip sdk`: rounds (default 3), size of the big file, MB/s of
 * each far connection, scenarios, ways to leave out. Where the machine cannot carry twelve connections of that rate, it and not the line is
 * measured: the first line of block 3 shows it, and a lower rate helps.
 */
const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const runs = Number(argument('runs') ?? 3);
const fileMib = Number(argument('mib') ?? 256);
const rate = Number(argument('rate') ?? 20);
const skip = argument('skip');
const only = argument('only')?.split(',');

const scratch = mkdtempSync(join(tmpdir(), 'beeline-bench-file-'));
const filePath = join(scratch, 'big.bin');
await writeRandomFile(filePath, fileMib);
const executable = await obtainBrowser(console.log);
const rows: string[][] = [];

for (const scenario of scenarios(fileMib * MIB, rate * 1e6)) {
  if (only === undefined || only.includes(scenario.number)) await measureScenario(scenario);
}
console.log(`\n${formatTable([[`median of ${runs}`, 'seconds', 'MB/s', 'ratio', 'page memory'], ...rows])}`);
console.log('Ratio: to the first line of the block. Page memory: highest heap and buffers while sending, less before.');
rmSync(scratch, { recursive: true });

async function measureScenario(scenario: Scenario): Promise<void> {
  const { number, title, line, totalBytes } = scenario;
  const ways = scenario.ways.filter(({ name }) => skip === undefined || !name.includes(skip));
  const bench = await openBenchPages(line);
  const browser = new CdpBrowser(executable);
  try {
    const seconds = ways.map((): number[] => []);
    const growth = ways.map((): number[] => []);
    for (let run = 0; run < runs; run += 1) {
      for (const [index, way] of ways.entries()) {
        const { milliseconds, growthBytes } = await measure(browser, bench.origin, way.expression(bench.emulator));
        seconds[index]?.push(milliseconds / 1000);
        growth[index]?.push(growthBytes / MIB);
        console.log(`${number}, round ${run + 1}: ${way.name}: ${(milliseconds / 1000).toFixed(2)} s`);
        await bench.emulator.emptyBucket();
      }
    }
    const base = median(seconds[0] ?? []);
    rows.push([`${number}. ${title}`, '', '', '', '']);
    for (const [index, { name }] of ways.entries()) {
      const took = median(seconds[index] ?? []);
      const rate = (totalBytes / 1e6 / took).toFixed(totalBytes < 1e8 ? 2 : 0);
      const memory = `+${median(growth[index] ?? []).toFixed(1)} MiB`;
      rows.push([`   ${name}`, took.toFixed(2), rate, (base / took).toFixed(2), memory]);
    }
  } finally {
    await browser.close();
    await bench.close();
  }
}

/** One fresh page, one upload. */
async function measure(
  browser: CdpBrowser,
  origin: string,
  expression: string,
): Promise<{ milliseconds: number; growthBytes: number }> {
  const page = await browser.open(`${origin}/`);
  await page.until('globalThis.bench');
  await page.chooseFile('input', filePath);
  const before = await page.memoryBytes();
  let highest = before;
  const sending = page.evaluate<number>(expression);
  while (await isStillGoing(sending)) highest = Math.max(highest, await page.memoryBytesNow());
  const milliseconds = await sending;
  await page.close();
  return { milliseconds, growthBytes: highest - before };
}

/** False once it is over, true after a quarter of a second otherwise. */
function isStillGoing(work: Promise<unknown>): Promise<boolean> {
  const pause = new Promise<boolean>((done) => {
    setTimeout(() => done(true), 250);
  });
  return Promise.race([work.then(() => false), pause]);
}

async function writeRandomFile(path: string, mebibytes: number): Promise<void> {
  const file = createWriteStream(path);
  for (let n = 0; n < mebibytes; n += 1) {
    if (!file.write(randomBytes(MIB))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}
