import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obtainBrowser } from '../setup/browser.mjs';
import { CdpBrowser, type CdpPage } from './CdpBrowser.ts';
import { formatTable } from './formatTable.ts';
import { goalRows } from './goals.ts';
import { isStillGoing } from './measureScenario.ts';
import { openBenchPages } from './openBenchPages.ts';
import { processTree } from './processTree.ts';
import { MIB } from './scenarios.ts';

/**
 * `npm run bench:memory -- --mib 5120 --only up,staged,picked`: a file of that size (default 5 GiB) moved by the app's
 * engine, verified: up, down into the browser's private file system, down into a picked file; each in a fresh browser,
 * and what it made the page and the browser's processes grow by. The disk needs room for it. The processes are asked in
 * Linux's `/proc`; elsewhere only the page's own memory is shown.
 */
const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const fileMib = Number(argument('mib') ?? 5120);
const only = argument('only')?.split(',');
const KEY = 'huge-0.bin';

const WAYS = [
  { id: 'up', expression: `bench.engine('chosen', { verify: true, hosts: 2 })` },
  { id: 'staged', expression: receive('staged') },
  { id: 'picked', expression: receive('picked') },
];

const scratch = mkdtempSync(join(tmpdir(), 'beeline-bench-memory-'));
const filePath = join(scratch, 'huge.bin');
// Without blocks on the disk: what it holds makes no difference to memory.
const file = openSync(filePath, 'w');
ftruncateSync(file, fileMib * MIB);
closeSync(file);

const executable = await obtainBrowser(console.log);
const figures = new Map<string, number>();
for (const { id, expression } of WAYS) if (only === undefined || only.includes(id)) await measure(id, expression);
console.log(`\n${formatTable([['goal', 'what', 'wanted', 'figure', ''], ...goalRows(figures)])}`);
rmSync(scratch, { recursive: true });

function receive(into: 'staged' | 'picked'): string {
  const settings = { hosts: 2, into };
  return `bench.receive('${KEY}', ${fileMib * MIB}, ${JSON.stringify(settings)})`;
}

async function measure(id: string, expression: string): Promise<void> {
  const bench = await openBenchPages({});
  await bench.emulator.seedKeys({ pattern: 'huge-#.bin', count: 1, sizesBytes: [fileMib * MIB] });
  const browser = new CdpBrowser(executable);
  try {
    const page = await browser.open(`${bench.origin}/`);
    await page.until('globalThis.bench');
    await page.chooseFile('input', filePath);
    const { seconds, heapBytes, treeBytes } = await watch(page, browser, expression);
    figures.set(`9/${id}/heap`, heapBytes / MIB);
    if (treeBytes !== undefined) figures.set(`9/${id}/processes`, treeBytes / MIB);
    const megabytes = (fileMib * MIB) / 1e6;
    console.log(`${id}: ${fileMib} MiB in ${seconds.toFixed(0)} s, ${(megabytes / seconds).toFixed(0)} MB/s`);
  } finally {
    await browser.close();
    await bench.close();
  }
}

/** Highest heap and resident memory while the expression runs, less those before. */
async function watch(
  page: CdpPage,
  browser: CdpBrowser,
  expression: string,
): Promise<{ seconds: number; heapBytes: number; treeBytes: number | undefined }> {
  const heapBefore = await page.memoryBytes();
  const treeBefore = processTree(browser.pid)?.residentBytes;
  let heap = heapBefore;
  let tree = treeBefore ?? 0;
  const working = page.evaluate<number>(expression);
  while (await isStillGoing(working)) {
    heap = Math.max(heap, await page.memoryBytesNow());
    tree = Math.max(tree, processTree(browser.pid)?.residentBytes ?? 0);
  }
  const treeBytes = treeBefore === undefined ? undefined : tree - treeBefore;
  return { seconds: (await working) / 1000, heapBytes: heap - heapBefore, treeBytes };
}
