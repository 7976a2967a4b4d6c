import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obtainBrowser } from '../setup/browser.mjs';
import { CdpBrowser, type CdpPage } from './CdpBrowser.ts';
import type { Line } from './EmulatorProcess.ts';
import { formatTable } from './formatTable.ts';
import { median } from './median.ts';
import { openBenchPages, type BenchPages } from './openBenchPages.ts';
import type { ReceiveSettings } from './page/receiveByEngine.ts';
import { evaluateWithTimeline } from './evaluateWithTimeline.ts';

/**
 * `npm run bench:download`: one big object by the app's engine, verified, against the browser's own download of the
 * same object from the same local COS and against plain `fetch` that throws it away, interleaved; medians. `-- --runs 5 --mib 256 --rate 20 --only loopback --timeline`.
 */
const MIB = 1024 * 1024;
const KEY = 'big.bin';

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const runs = Number(argument('runs') ?? 5);
const sizeBytes = Number(argument('mib') ?? 256) * MIB;
const rate = Number(argument('rate') ?? 20) * 1e6;
const only = argument('only');

interface Scenario {
  readonly title: string;
  readonly line: Line;
  readonly ways: readonly { readonly name: string; readonly goal: number; readonly settings: ReceiveSettings }[];
}

const SCENARIOS: readonly Scenario[] = [
  {
    title: 'loopback',
    line: {},
    ways: [
      { name: 'Beeline, staged', goal: 0.9, settings: { hosts: 2, into: 'staged' } },
      { name: 'Beeline, picked file', goal: 0.3, settings: { hosts: 2, into: 'picked' } },
    ],
  },
  {
    title: 'WAN',
    line: { latencyMs: 50, bytesPerSecond: rate },
    ways: [
      { name: 'Beeline, one host, six lanes', goal: 4.5, settings: { hosts: 2, into: 'staged', partsInFlight: 6 } },
      { name: 'Beeline, two hosts', goal: 7.5, settings: { hosts: 2, into: 'staged' } },
    ],
  },
];

const executable = await obtainBrowser(console.log);
const rows: string[][] = [];
for (const scenario of SCENARIOS) if (only === undefined || only === scenario.title) await measureScenario(scenario);
console.log(
  `\n${formatTable([[`${sizeBytes / MIB} MiB down, median of ${runs}`, 'seconds', 'ratio', 'goal', 'page memory'], ...rows])}`,
);

async function measureScenario({ title, line, ways }: Scenario): Promise<void> {
  const bench = await openBenchPages(line);
  const browser = new CdpBrowser(executable);
  const seconds: number[][] = [[], ...ways.map((): number[] => [])];
  const raw: number[] = [];
  const growth: number[][] = [[], ...ways.map((): number[] => [])];
  try {
    await bench.emulator.putObject(KEY, sizeBytes);
    for (let run = 0; run < runs; run += 1) {
      seconds[0]?.push(await byBrowser(browser, bench));
      for (const [index, { settings }] of ways.entries()) {
        const { took, growthMib } = await byEngine(browser, bench, settings);
        seconds[index + 1]?.push(took);
        growth[index + 1]?.push(growthMib);
      }
      raw.push(await byFetch(browser, bench));
      console.log(`${title}, round ${run + 1}: ${seconds.map((each) => each.at(-1)?.toFixed(2)).join(' s, ')} s`);
    }
  } finally {
    await browser.close();
    await bench.close();
  }
  const base = median(seconds[0] ?? []);
  rows.push([`${title}: the browser's own download`, base.toFixed(2), '1.00', '', '']);
  const thrown = median(raw);
  rows.push(['   plain fetch × 11, thrown away', thrown.toFixed(2), (base / thrown).toFixed(2), '', '']);
  for (const [index, { name, goal }] of ways.entries()) {
    const took = median(seconds[index + 1] ?? []);
    const memory = `+${median(growth[index + 1] ?? []).toFixed(0)} MiB`;
    rows.push([`   ${name}`, took.toFixed(2), (base / took).toFixed(2), `${goal}`, memory]);
  }
}

/** Seconds until the browser has put the whole file under its name. */
async function byBrowser(browser: CdpBrowser, { origin, emulator }: BenchPages): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'beeline-bench-down-'));
  await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  const page = await browser.open(`${origin}/`);
  const started = performance.now();
  await page.evaluate(`location.href = ${JSON.stringify(emulator.presignAttachment(KEY))}`);
  const path = join(folder, KEY);
  await until(() => existsSync(path) && statSync(path).size === sizeBytes);
  const took = (performance.now() - started) / 1000;
  await page.close();
  rmSync(folder, { recursive: true });
  return took;
}

async function byFetch(browser: CdpBrowser, bench: BenchPages): Promise<number> {
  const page = await browser.open(`${bench.origin}/`);
  await page.until('globalThis.bench');
  const milliseconds = await page.evaluate<number>(`bench.receiveByFetch(${JSON.stringify(KEY)}, ${sizeBytes}, 11)`);
  await page.close();
  return milliseconds / 1000;
}

async function byEngine(
  browser: CdpBrowser,
  bench: BenchPages,
  settings: ReceiveSettings,
): Promise<{ took: number; growthMib: number }> {
  const page = await browser.open(`${bench.origin}/`);
  await page.until('globalThis.bench');
  const before = await page.memoryBytes();
  let highest = before;
  const expression = `bench.receive(${JSON.stringify(KEY)}, ${sizeBytes}, ${JSON.stringify(settings)})`;
  const receiving = evaluateWithTimeline<number>(bench, browser, page, expression);
  let isOver = false;
  const ended = receiving.finally(() => {
    isOver = true;
  });
  const watching = watch(
    page,
    () => isOver,
    (bytes) => {
      highest = Math.max(highest, bytes);
    },
  );
  const milliseconds = await ended;
  await watching;
  await page.close();
  return { took: milliseconds / 1000, growthMib: (highest - before) / MIB };
}

async function watch(page: CdpPage, isOver: () => boolean, see: (bytes: number) => void): Promise<void> {
  while (!isOver()) {
    see(await page.memoryBytesNow());
    await pause(250);
  }
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 120_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('The browser has not finished its download in two minutes');
    await pause(10);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
  });
}
