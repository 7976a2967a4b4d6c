import type { CdpBrowser, CdpPage } from './CdpBrowser.ts';
import { describeLanes } from './describeLanes.ts';
import { describeProfile, type CpuProfile } from './describeProfile.ts';
import type { BenchPages } from './openBenchPages.ts';
import { describeThreads, threadCosts } from './threadCosts.ts';

/**
 * Evaluates it in the page; with `--timeline` on the command line it then says how busy each lane and each thread was
 * meanwhile, and where the page's own thread spent its time. Profiling costs something: those runs are not for medians.
 */
export async function evaluateWithTimeline<T>(
  { emulator }: BenchPages,
  browser: CdpBrowser,
  page: CdpPage,
  expression: string,
): Promise<T> {
  if (!process.argv.includes('--timeline')) return page.evaluate<T>(expression);
  const roots = { browser: browser.pid, bucket: emulator.pid };
  await emulator.takeJournal();
  await page.send('Profiler.enable');
  await page.send('Profiler.start');
  const before = threadCosts(roots);
  const started = performance.now();
  const result = await page.evaluate<T>(expression);
  const seconds = (performance.now() - started) / 1000;
  const threads = describeThreads(before, threadCosts(roots), seconds);
  const { profile } = (await page.send('Profiler.stop')) as unknown as { profile: CpuProfile };
  const lanes = describeLanes(await emulator.takeJournal());
  for (const line of [...lanes, threads, describeProfile(profile)]) console.log(`   ${line}`);
  return result;
}
