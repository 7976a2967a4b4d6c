import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obtainBrowser } from '../setup/browser.mjs';
import { CdpBrowser } from './CdpBrowser.ts';
import { formatTable } from './formatTable.ts';
import { goalRows } from './goals.ts';
import { isStillGoing } from './measureScenario.ts';
import { openBenchPages } from './openBenchPages.ts';
import { processTree } from './processTree.ts';
import { MIB } from './scenarios.ts';

/**
 * `npm run bench:memory -- --mib 5120`: one upload of that size (default 5 GiB; the disk needs that much room for a
 * moment) by the app's engine, verified, and what it made the page and the browser's processes grow by. The processes
 * are asked in Linux's `/proc`; elsewhere only the page's own memory is shown.
 */
const at = process.argv.indexOf('--mib');
const fileMib = Number(at < 0 ? 5120 : process.argv[at + 1]);

const scratch = mkdtempSync(join(tmpdir(), 'beeline-bench-memory-'));
const filePath = join(scratch, 'huge.bin');
// Without blocks on the disk: what it holds makes no difference to memory.
const file = openSync(filePath, 'w');
ftruncateSync(file, fileMib * MIB);
closeSync(file);

const bench = await openBenchPages({});
const browser = new CdpBrowser(await obtainBrowser(console.log));
const figures = new Map<string, number>();
try {
  const page = await browser.open(`${bench.origin}/`);
  await page.until('globalThis.bench');
  await page.chooseFile('input', filePath);
  const heapBefore = await page.memoryBytes();
  const treeBefore = processTree(browser.pid)?.residentBytes;
  let heap = heapBefore;
  let tree = treeBefore ?? 0;
  const sending = page.evaluate<number>(`bench.engine('chosen', { verify: true, hosts: 2 })`);
  while (await isStillGoing(sending)) {
    heap = Math.max(heap, await page.memoryBytesNow());
    tree = Math.max(tree, processTree(browser.pid)?.residentBytes ?? 0);
  }
  const seconds = (await sending) / 1000;
  figures.set('9/up/heap', (heap - heapBefore) / MIB);
  if (treeBefore !== undefined) figures.set('9/up/processes', (tree - treeBefore) / MIB);
  console.log(`\n${fileMib} MiB in ${seconds.toFixed(0)} s, ${((fileMib * MIB) / 1e6 / seconds).toFixed(0)} MB/s\n`);
  console.log(formatTable([['goal', 'what', 'wanted', 'figure', ''], ...goalRows(figures)]));
} finally {
  await browser.close();
  await bench.close();
  rmSync(scratch, { recursive: true });
}
