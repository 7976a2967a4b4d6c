import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { obtainBrowser } from '../setup/browser.mjs';
import { buildIfStale } from '../setup/buildIfStale.ts';
import { CdpBrowser } from './CdpBrowser.ts';
import { firstLoadFiles } from './firstLoadFiles.ts';
import { firstRow } from './firstRow.ts';
import { formatTable } from './formatTable.ts';
import { goalRows } from './goals.ts';
import { median } from './median.ts';
import { serveWithBucket } from './serveWithBucket.ts';

/**
 * `npm run bench:load`: what opening the page costs. JavaScript of the first load (entry and its static imports, and
 * what is fetched before the first rows), requests and preflights from opening to the first rows, and how long that
 * takes; and, with the bucket 50 ms away, how long after the keys the first rows are in the page. Medians over fresh
 * browser profiles.
 */
const RUNS = Number(process.env['BENCH_RUNS'] ?? 5);

const folder = await buildIfStale(console.log);
/** Added to each answer of the bucket: one round trip. */
const ROUND_TRIP_MS = 50;
const { app, emulator, close } = await serveWithBucket(folder, { latencyMs: ROUND_TRIP_MS });
for (let n = 0; n < 200; n += 1) await emulator.putObject(`object ${n}.txt`);

const executable = await obtainBrowser(console.log);
const milliseconds: number[] = [];
const behindKeys: number[] = [];
let scripts: readonly string[] = [];
let asked: readonly string[] = [];
for (let run = 0; run < RUNS; run += 1) {
  const browser = new CdpBrowser(executable);
  await emulator.takeJournal();
  const page = await browser.open(`${app.origin}/`, firstRow.note);
  await page.until(`${firstRow.at} > 0`);
  milliseconds.push(await page.evaluate<number>(firstRow.at));
  behindKeys.push(await page.evaluate<number>(firstRow.behindKeys));
  scripts = await page.evaluate<string[]>(firstRow.scripts);
  asked = (await emulator.takeJournal()).map(({ operation }) => operation);
  await browser.close();
}

const initial = firstLoadFiles(JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')));
console.log(
  formatTable([
    ['opening the page', 'median'],
    ['first-load JavaScript, gzip (entry and static imports)', kilobytes(initial)],
    ['all JavaScript fetched before the first rows, gzip', kilobytes(scripts)],
    ['scripts until then', String(scripts.length)],
    ['requests to the bucket', String(asked.filter((operation) => operation !== 'OptionsObject').length)],
    ['preflights', String(asked.filter((operation) => operation === 'OptionsObject').length)],
    ['navigation to first rows', `${median(milliseconds).toFixed(0)} ms`],
    [`keys to first rows, the bucket ${ROUND_TRIP_MS} ms away`, `${median(behindKeys).toFixed(0)} ms`],
  ]),
);
const figures = new Map([['load/rows', median(behindKeys) - ROUND_TRIP_MS]]);
console.log(`\n${formatTable([['goal', 'what', 'wanted', 'figure', ''], ...goalRows(figures)])}`);
console.log(`\n${RUNS} runs; bucket: ${asked.join(', ')}\nscripts: ${scripts.join(', ')}`);

await close();

function kilobytes(paths: readonly string[]): string {
  const bytes = paths.map((path) => gzipSync(readFileSync(join(folder, path))).length);
  return `${(bytes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1)} kB`;
}
