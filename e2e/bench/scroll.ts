import { obtainBrowser } from '../setup/browser.mjs';
import { buildIfStale } from '../setup/buildIfStale.ts';
import { CdpBrowser, type CdpPage } from './CdpBrowser.ts';
import { describeProfile, type CpuProfile } from './describeProfile.ts';
import { formatTable } from './formatTable.ts';
import { goalRows } from './goals.ts';
import { percentile } from './percentile.ts';
import { scrollFor, type ScrollTimes } from './scrollFor.ts';
import { serveWithBucket } from './serveWithBucket.ts';
import { visitRows, type Visit } from './visitRows.ts';

/**
 * `npm run bench:scroll`: the built app with a folder of 100,000 objects in a window of 1440 × 900. Scrolled as by a
 * wheel, and as by the scroll bar from end to end, with new rows in every frame: how late the frames come, and how long
 * the page could do nothing else. Then, in a window as tall as a wall, whether every key comes by at its place.
 * `-- --keys 1000000` for more: that list is taller than an element may be. `-- --timeline` tells where the time goes.
 */
const at = process.argv.indexOf('--keys');
const count = at < 0 ? 100_000 : Number(process.argv[at + 1]);

const WINDOW = { width: 1440, height: 900 };
const WALL = { width: 1440, height: 5000 };
const WHEEL_FRAMES = 600;
const WHEEL_PIXELS = 120;
const BAR_FRAMES = 400;
/** A longer list is looked at in so many places. */
const MOST_STOPS = 1200;

const { app, emulator, close } = await serveWithBucket(await buildIfStale(console.log));
await emulator.seedKeys({ pattern: 'photos-######.jpg', count, sizesBytes: [5, 70_000, 3, 1_000_000_000, 12] });
const browser = new CdpBrowser(await obtainBrowser(console.log));
try {
  const page = await browser.open(`${app.origin}/`);
  await page.resize(WINDOW);
  await page.until(`document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === '${count + 1}'`, 180);
  console.log(`${count} rows, ${WINDOW.width} × ${WINDOW.height}`);
  const wheel = await timed(page, 'wheel', scrollFor(WHEEL_FRAMES, WHEEL_PIXELS));
  const bar = await timed(page, 'scroll bar, end to end', scrollFor(BAR_FRAMES, 1 / BAR_FRAMES));
  await page.resize(WALL);
  const { rows, stops, seen, wrong } = await page.evaluate<Visit>(visitRows(MOST_STOPS));
  console.log(`looked at in ${stops} places: ${seen} of ${rows} rows were seen\n`);
  const figures = new Map([
    ['scroll/longest', Math.max(wheel.longestTaskMs, bar.longestTaskMs)],
    ['scroll/wheel', percentile(wheel.frames, 0.98)],
    ['scroll/bar', percentile(bar.frames, 0.98)],
    ['scroll/wrong', wrong],
  ]);
  console.log(formatTable([['goal', 'what', 'wanted', 'figure', ''], ...goalRows(figures)]));
} finally {
  await browser.close();
  await close();
}

async function timed(page: CdpPage, what: string, expression: string): Promise<ScrollTimes> {
  const isProfiled = process.argv.includes('--timeline');
  if (isProfiled) {
    await page.send('Profiler.enable');
    await page.send('Profiler.start');
  }
  const times = await page.evaluate<ScrollTimes>(expression);
  const { frames, longestTaskMs } = times;
  const shares = [0.5, 0.98, 1].map((share) => percentile(frames, share).toFixed(1));
  const longest = longestTaskMs === 0 ? 'no task above 50 ms' : `longest task ${longestTaskMs.toFixed(0)} ms`;
  console.log(
    `${what}: ${frames.length} frames, median ${shares[0]} ms, p98 ${shares[1]} ms, longest ${shares[2]} ms; ${longest}`,
  );
  if (isProfiled) {
    const { profile } = (await page.send('Profiler.stop')) as unknown as { profile: CpuProfile };
    console.log(`   ${describeProfile(profile)}`);
  }
  return times;
}
