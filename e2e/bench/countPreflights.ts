import type { JournalEntry } from '../emulator/EmulatorOptions.ts';
import type { CdpBrowser } from './CdpBrowser.ts';
import type { BenchPages } from './openBenchPages.ts';

/** Counts the OPTIONS requests that the bucket saw while the app's client did one of each, and sent one big file. */
export async function countPreflights(
  bench: BenchPages,
  browser: CdpBrowser,
  filePath: string,
  figures: Map<string, number>,
): Promise<void> {
  const page = await browser.open(`${bench.origin}/`);
  await page.until('globalThis.bench');
  await page.chooseFile('input', filePath);
  await bench.emulator.putObject('read/me.txt');

  await bench.emulator.takeJournal();
  await page.evaluate(`bench.readOnce('read/me.txt')`);
  await page.evaluate(`bench.engine(${JSON.stringify({ count: 20, sizeBytes: 4096 })}, { verify: true, hosts: 2 })`);
  const free = await bench.emulator.takeJournal();
  figures.set('11/free/preflights', free.filter(isPreflight).length);

  await page.evaluate(`bench.engine('chosen', { verify: true, hosts: 2 })`);
  const sent = await bench.emulator.takeJournal();
  const perRequest = (isIt: (entry: JournalEntry) => boolean): number => {
    const preflights = sent.filter((entry) => isPreflight(entry) && isIt(entry)).length;
    return preflights / sent.filter((entry) => !isPreflight(entry) && isIt(entry)).length;
  };
  figures.set(
    '11/initiate/preflights',
    perRequest(({ query }) => 'uploads' in query),
  );
  figures.set(
    '11/part/preflights',
    perRequest(({ query }) => 'partNumber' in query),
  );
  figures.set(
    '11/complete/preflights',
    perRequest(({ query }) => 'uploadId' in query && !('partNumber' in query)),
  );
  await page.close();
  await bench.emulator.emptyBucket();
}

function isPreflight({ method }: JournalEntry): boolean {
  return method === 'OPTIONS';
}
