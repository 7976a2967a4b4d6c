import type { CdpBrowser } from './CdpBrowser.ts';
import { median } from './median.ts';
import type { BenchPages } from './openBenchPages.ts';
import { processTree } from './processTree.ts';
import { MIB, type Scenario, type Way } from './scenarios.ts';
import { evaluateWithTimeline } from './evaluateWithTimeline.ts';

interface Sample {
  readonly seconds: number;
  /** Of the browser's processes; NaN where they cannot be asked. */
  readonly cpuSeconds: number;
  /** Highest JavaScript heap and buffers of the page, less those before. */
  readonly growthBytes: number;
}

/** Medians of one way. */
export interface Measured {
  readonly way: Way;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly growthMib: number;
}

/** Every way once per round, one after the other, so that a slow minute of the machine meets them all. */
export async function measureScenario(
  { number, ways }: Scenario,
  { bench, browser, filePath, runs }: { bench: BenchPages; browser: CdpBrowser; filePath: string; runs: number },
): Promise<readonly Measured[]> {
  const samples = ways.map((): Sample[] => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, way] of ways.entries()) {
      const sample = await measureWay(browser, bench, way, filePath);
      samples[index]?.push(sample);
      console.log(`${number}, round ${run + 1}: ${way.name}: ${sample.seconds.toFixed(2)} s`);
      await bench.emulator.emptyBucket();
    }
  }
  return ways.map((way, index) => {
    const of = (figure: (sample: Sample) => number): number => median((samples[index] ?? []).map(figure));
    return {
      way,
      seconds: of(({ seconds }) => seconds),
      cpuSeconds: of(({ cpuSeconds }) => cpuSeconds),
      growthMib: of(({ growthBytes }) => growthBytes / MIB),
    };
  });
}

/** One fresh page, one upload. */
async function measureWay(browser: CdpBrowser, bench: BenchPages, way: Way, filePath: string): Promise<Sample> {
  const page = await browser.open(`${bench.origin}/`);
  await page.until('globalThis.bench');
  await page.chooseFile('input', filePath);
  const before = await page.memoryBytes();
  const cpuBefore = cpuOf(browser);
  let highest = before;
  const sending = evaluateWithTimeline<number>(bench, browser, page, way.expression(bench.emulator));
  while (await isStillGoing(sending)) highest = Math.max(highest, await page.memoryBytesNow());
  const milliseconds = await sending;
  const cpuSeconds = cpuOf(browser) - cpuBefore;
  await page.close();
  return { seconds: milliseconds / 1000, cpuSeconds, growthBytes: highest - before };
}

function cpuOf({ pid }: CdpBrowser): number {
  return processTree(pid)?.cpuSeconds ?? Number.NaN;
}

/** False once it is over, true after a quarter of a second otherwise. */
export function isStillGoing(work: Promise<unknown>): Promise<boolean> {
  const pause = new Promise<boolean>((done) => {
    setTimeout(() => done(true), 250);
  });
  return Promise.race([work.then(() => false), pause]);
}
