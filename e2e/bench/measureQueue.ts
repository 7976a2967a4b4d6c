import type { CdpBrowser } from './CdpBrowser.ts';
import type { QueueTimes } from './page/fillQueue.ts';
import { median } from './median.ts';

const COUNTS = [2000, 20_000, 100_000];
/** The small ones are quickly measured and need it most. */
const ROUNDS: Readonly<Record<number, number>> = { 2000: 5, 20_000: 1, 100_000: 1 };

/** How the cost of a file changes with the length of the queue it stands in; a fresh page each time. */
export async function measureQueue(browser: CdpBrowser, origin: string, figures: Map<string, number>): Promise<void> {
  for (const count of COUNTS) {
    const rounds: QueueTimes[] = [];
    for (let round = 0; round < (ROUNDS[count] ?? 1); round += 1) {
      const page = await browser.open(`${origin}/`);
      await page.until('globalThis.bench');
      rounds.push(await page.evaluate<QueueTimes>(`bench.queue(${count})`));
      await page.close();
    }
    const of = (figure: (times: QueueTimes) => number): number => median(rounds.map(figure));
    const addMs = of((times) => times.addMs);
    const longestTaskMs = of((times) => times.longestTaskMs);
    const eachMs = of((times) => times.totalMs) / count;
    figures.set(`6/${count}/add`, addMs);
    figures.set(`6/${count}/longest`, longestTaskMs);
    figures.set(`6/${count}/each`, eachMs);
    const longest = longestTaskMs === 0 ? 'no task above 50 ms' : `longest task ${longestTaskMs.toFixed(0)} ms`;
    console.log(`6: ${count} files: added in ${addMs.toFixed(0)} ms, ${eachMs.toFixed(3)} ms each, ${longest}`);
  }
}
