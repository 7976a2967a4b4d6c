import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obtainBrowser } from '../setup/browser.mjs';
import { buildIfStale } from '../setup/buildIfStale.ts';
import { BusyPerson } from './BusyPerson.ts';
import { CdpBrowser } from './CdpBrowser.ts';
import { describeProfile, type CpuProfile } from './describeProfile.ts';
import { formatTable } from './formatTable.ts';
import { goalRows } from './goals.ts';
import { actRows, durations, interactions, type PageInteractions } from './interactions.ts';
import { percentile } from './percentile.ts';
import { serveWithBucket } from './serveWithBucket.ts';

/**
 * `npm run bench:clicks`: a folder of 20,000 small files is dropped on the built app, and a person goes on clicking
 * and typing until all are stored: how long each click and each key took until the next picture, as the browser itself
 * measures it (Event Timing). `-- --files 5000` for less, `-- --timeline` tells where the page's time goes.
 */
const FILES_PER_FOLDER = 500;
const FILE_BYTES = 2048;
const at = process.argv.indexOf('--files');
const folders = Math.ceil((at < 0 ? 20_000 : Number(process.argv[at + 1])) / FILES_PER_FOLDER);
const count = folders * FILES_PER_FOLDER;
const isProfiled = process.argv.includes('--timeline');

const folder = mkdtempSync(join(tmpdir(), 'beeline-clicks-'));
for (let day = 0; day < folders; day += 1) {
  const path = join(folder, 'scans', `day ${day}`);
  mkdirSync(path, { recursive: true });
  for (let file = 0; file < FILES_PER_FOLDER; file += 1)
    writeFileSync(join(path, `scan ${file}.bin`), randomBytes(FILE_BYTES));
}
const { app, emulator, close } = await serveWithBucket(await buildIfStale(console.log));
await emulator.putObject('readme.txt');
const browser = new CdpBrowser(await obtainBrowser(console.log));
try {
  const page = await browser.open(`${app.origin}/`, interactions.note);
  await page.resize({ width: 1440, height: 900 });
  await page.until(`document.querySelector('[role=grid] [role=rowheader]')`);
  const person = new BusyPerson(page);
  const dropped = performance.now();
  if (isProfiled) {
    await page.send('Profiler.enable');
    await page.send('Profiler.start');
  }
  await person.drop(join(folder, 'scans'));
  let stored = 0;
  let rounds = 0;
  while (stored < count) {
    await person.lookAround();
    rounds += 1;
    const answers = await emulator.takeJournal();
    stored += answers.filter(({ operation, status }) => operation === 'PostObject' && status < 300).length;
    if (rounds % 10 === 0) console.log(`${stored} files after ${seconds(dropped)} s`);
  }
  const took = seconds(dropped);
  if (isProfiled) {
    const { profile } = (await page.send('Profiler.stop')) as unknown as { profile: CpuProfile };
    console.log(`   ${describeProfile(profile)}`);
  }
  const found = await page.evaluate<PageInteractions>(interactions.read);
  const all = durations(found);
  const longest = Math.max(0, ...found.longTasks);
  console.log(
    `${count} files in ${took} s; the person looked around ${rounds} times, ${all.length} clicks and key presses`,
  );
  console.log(`median ${percentile(all, 0.5)} ms, p98 ${percentile(all, 0.98)} ms, longest ${percentile(all, 1)} ms`);
  console.log(`tasks above 50 ms: ${found.longTasks.length}, longest ${longest.toFixed(0)} ms\n`);
  console.log(formatTable([['act', 'at least 16 ms', 'median', 'p98', 'longest'], ...actRows(found.measured)]));
  const figures = new Map([['clicks/p98', percentile(all, 0.98)]]);
  console.log(`\n${formatTable([['goal', 'what', 'wanted', 'figure', ''], ...goalRows(figures)])}`);
} finally {
  await browser.close();
  await close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}
