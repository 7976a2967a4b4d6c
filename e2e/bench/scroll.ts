import { obtainBrowser } from '../setup/browser.mjs';
import { buildIfStale } from '../setup/buildIfStale.ts';
import { CdpBrowser } from './CdpBrowser.ts';
import { formatTable } from './formatTable.ts';
import { goalRows } from './goals.ts';
import { scrollThrough, type ScrollTimes } from './scrollThrough.ts';
import { serveWithBucket } from './serveWithBucket.ts';

/**
 * `npm run bench:scroll`: the built app with a folder of 100,000 objects, scrolled from end to end, a screen per frame:
 * whether every key comes by once at its place, and how long the page could do nothing else. `-- --keys 20000` for less.
 */
const at = process.argv.indexOf('--keys');
const count = at < 0 ? 100_000 : Number(process.argv[at + 1]);

const { app, emulator, close } = await serveWithBucket(await buildIfStale(console.log));
await emulator.seedKeys({ pattern: 'photos-######.jpg', count, sizesBytes: [5, 70_000, 3, 1_000_000_000, 12] });
const browser = new CdpBrowser(await obtainBrowser(console.log));
try {
  const page = await browser.open(`${app.origin}/`);
  await page.until(`document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === '${count + 1}'`);
  const { rows, wrong, longestTaskMs, frames, lateFrames } = await page.evaluate<ScrollTimes>(scrollThrough);
  console.log(`${rows} rows in ${frames} frames, ${lateFrames} of them late (above 34 ms)`);
  const longest = longestTaskMs === 0 ? 'no task above 50 ms' : `longest task ${longestTaskMs.toFixed(0)} ms`;
  console.log(`${longest}\n`);
  const figures = new Map([
    ['scroll/longest', longestTaskMs],
    ['scroll/wrong', wrong],
  ]);
  console.log(formatTable([['goal', 'what', 'wanted', 'figure', ''], ...goalRows(figures)]));
} finally {
  await browser.close();
  await close();
}
