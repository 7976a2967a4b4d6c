import { obtainBrowser } from '../setup/browser.mjs';
import { CdpBrowser } from './CdpBrowser.ts';
import { evaluateWithTimeline } from './evaluateWithTimeline.ts';
import { formatTable } from './formatTable.ts';
import { goalRows } from './goals.ts';
import { openBenchPages } from './openBenchPages.ts';
import type { ArrangeTimes, ListingTimes } from './page/listByIndex.ts';
import { processTree } from './processTree.ts';
import { MIB } from './scenarios.ts';

/**
 * `npm run bench:listing`: a bucket of 100,000 keys and one of 1,000,000, 20 ms away, listed by the app, by plain `fetch` of
 * pages whose markers are known, and by a loop of the vendor's client in one run; then what sorting and filtering the larger one costs. `-- --keys 100000` for one
 * size, `-- --timeline` tells where the time goes.
 */
const at = process.argv.indexOf('--keys');
const counts = at < 0 ? [100_000, 1_000_000] : [Number(process.argv[at + 1])];

const executable = await obtainBrowser(console.log);
const figures = new Map<string, number>();
for (const count of counts) {
  const bench = await openBenchPages({ latencyMs: 20 });
  await bench.emulator.seedKeys({ pattern: 'photos-######.jpg', count, sizesBytes: [5, 70_000, 3, 1_000_000_000, 12] });
  const browser = new CdpBrowser(executable);
  try {
    const page = await browser.open(`${bench.origin}/`);
    await page.until('globalThis.bench');
    const before = await page.memoryBytes();
    const treeBefore = processTree(browser.pid)?.residentBytes;
    const ours = await evaluateWithTimeline<ListingTimes>(bench, browser, page, 'bench.listByIndex()');
    figures.set(`10/${count}/mib`, ((await page.memoryBytes()) - before) / MIB);
    const treeAfter = processTree(browser.pid)?.residentBytes;
    if (treeBefore !== undefined && treeAfter !== undefined)
      figures.set(`10/${count}/processes`, (treeAfter - treeBefore) / MIB);
    const requests = (await bench.emulator.takeJournal()).filter(({ operation }) => operation === 'GetBucket').length;
    const sorted = await page.evaluate<ArrangeTimes>('bench.arrange()');
    const rawMs = await page.evaluate<number>(`bench.listByFetch(${count}, 11)`);
    const sdk = await page.evaluate<ListingTimes>('bench.listBySdk()');
    if (ours.count !== count || sdk.count !== count)
      throw new Error(`Listed ${ours.count} and ${sdk.count}, not ${count}`);
    figures.set(`10/${count}/index/seconds`, ours.totalMs / 1000);
    figures.set(`10/${count}/sdk/seconds`, sdk.totalMs / 1000);
    figures.set(`10/${count}/longest`, ours.longestTaskMs);
    figures.set(`10/${count}/size`, sorted.sizeMs);
    figures.set(`10/${count}/name`, sorted.nameMs);
    figures.set(`10/${count}/filter`, sorted.filterMs);
    const seconds = [ours, sdk].map(({ totalMs }) => (totalMs / 1000).toFixed(1));
    const raw = `${(rawMs / 1000).toFixed(1)} s for the same pages by plain fetch, thrown away`;
    console.log(`${count} keys: ${seconds[0]} s in ${requests} requests; the SDK ${seconds[1]} s; ${raw}`);
    console.log(
      `   of plain fetch: ${(rawMs / ours.totalMs).toFixed(2)}; plain fetch times the SDK: ${(sdk.totalMs / rawMs).toFixed(2)}`,
    );
  } finally {
    await browser.close();
    await bench.close();
  }
}
console.log(formatTable([['goal', 'what', 'wanted', 'figure', ''], ...goalRows(figures)]));
