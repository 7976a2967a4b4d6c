import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { build } from 'vite';
import { createCredentialsEndpoint } from '../credentials-endpoint.ts';
import { appConfig } from '../setup/appConfig.ts';
import { obtainBrowser } from '../setup/browser.mjs';
import { localCaller } from '../setup/localCaller.ts';
import { projectRoot } from '../setup/projectRoot.ts';
import { serveApp } from '../setup/serveApp.ts';
import { CdpBrowser } from './CdpBrowser.ts';
import { BENCH_BUCKET, EmulatorProcess } from './EmulatorProcess.ts';
import { formatTable } from './formatTable.ts';
import { median } from './median.ts';

/**
 * `npm run bench`: one big file through the app's engine against plain parallel PUTs of the same bytes to the same
 * local COS, interleaved, medians. Ratios hold; megabytes per second belong to this machine.
 *
 * BENCH_MIB (1024) and BENCH_RUNS (3) change the size and the number of rounds.
 */
const MIB = 1024 * 1024;
const fileMib = Number(process.env['BENCH_MIB'] ?? 1024);
const runs = Number(process.env['BENCH_RUNS'] ?? 3);
const RAW = { sliceBytes: 16 * MIB, lanes: 6 };

const scratch = mkdtempSync(join(tmpdir(), 'beeline-bench-file-'));
const filePath = join(scratch, 'big.bin');
await writeRandomFile(filePath, fileMib);

const folder = join(projectRoot, '.beeline/bench-page');
await build({
  root: join(projectRoot, 'e2e/bench/page'),
  configFile: false,
  logLevel: 'warn',
  build: {
    outDir: folder,
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
});
const app = await serveApp({ folder, port: 0 });
const emulator = await EmulatorProcess.start(app.origin);
const { name: bucket, region } = BENCH_BUCKET;
app.setConfig(appConfig({ bucket, region, hosts: emulator.origins }));
app.setEndpoint(
  createCredentialsEndpoint({
    bucket,
    region,
    allowedOrigins: [app.origin],
    authenticate: localCaller(),
    issuer: emulator.issue,
  }),
);
const browser = new CdpBrowser(await obtainBrowser(console.log));

interface Kind {
  readonly name: string;
  readonly expression: () => string;
}

const KINDS: readonly Kind[] = [
  {
    name: `plain fetch, ${RAW.sliceBytes / MIB} MiB × ${RAW.lanes}, one host`,
    expression: () => `bench.raw(${JSON.stringify(rawUrls())}, ${JSON.stringify(RAW)})`,
  },
  { name: 'Beeline, not verified', expression: () => `bench.engine('big.bin', { verify: false })` },
  { name: 'Beeline, verified', expression: () => `bench.engine('big.bin', { verify: true })` },
];

const results = KINDS.map(() => ({ seconds: [] as number[], growth: [] as number[] }));
for (let run = 0; run < runs; run += 1) {
  for (const [index, kind] of KINDS.entries()) {
    const { seconds, growthMib } = await measure(kind.expression());
    results[index]?.seconds.push(seconds);
    results[index]?.growth.push(growthMib);
    console.log(`${run + 1}/${runs} ${kind.name}: ${seconds.toFixed(2)} s, memory +${growthMib.toFixed(1)} MiB`);
    await emulator.emptyBucket();
  }
}

const base = median(results[0]?.seconds ?? []);
console.log(
  `\n${formatTable([
    [`${fileMib} MiB up, median of ${runs}`, 'MB/s', 'ratio', 'page memory'],
    ...KINDS.map(({ name }, index) => {
      const seconds = median(results[index]?.seconds ?? []);
      const rate = ((fileMib * MIB) / 1e6 / seconds).toFixed(0);
      return [name, rate, (base / seconds).toFixed(2), `+${median(results[index]?.growth ?? []).toFixed(1)} MiB`];
    }),
  ])}`,
);
console.log('Page memory: highest JavaScript heap and array buffers of the page while sending, less those before.');

await browser.close();
await Promise.all([app.close(), emulator.close()]);
rmSync(scratch, { recursive: true });

/** One fresh page, one upload. */
async function measure(expression: string): Promise<{ seconds: number; growthMib: number }> {
  const page = await browser.open(`${app.origin}/`);
  await page.until('globalThis.bench');
  await page.chooseFile('input', filePath);
  const before = await page.memoryBytes();
  let highest = before;
  const sending = page.evaluate<number>(expression);
  while (await isStillGoing(sending)) highest = Math.max(highest, await page.memoryBytesNow());
  const milliseconds = await sending;
  await page.close();
  return { seconds: milliseconds / 1000, growthMib: (highest - before) / MIB };
}

/** False once it is over, true after a quarter of a second otherwise. */
function isStillGoing(work: Promise<unknown>): Promise<boolean> {
  const pause = new Promise<boolean>((done) => {
    setTimeout(() => done(true), 250);
  });
  return Promise.race([work.then(() => false), pause]);
}

function rawUrls(): string[] {
  const slices = Math.ceil((fileMib * MIB) / RAW.sliceBytes);
  return Array.from({ length: slices }, (_, index) => emulator.presignPut(`raw/${index}`));
}

async function writeRandomFile(path: string, mebibytes: number): Promise<void> {
  const file = createWriteStream(path);
  for (let n = 0; n < mebibytes; n += 1) {
    if (!file.write(randomBytes(MIB))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}
