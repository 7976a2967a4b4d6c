import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dropPaths } from '../fixtures/dropPaths.ts';
import { MiB } from '../fixtures/makeFile.ts';
import { median } from '../bench/median.ts';
import type { SoakWorld } from './SoakWorld.ts';

const FILES_PER_FOLDER = 500;
const at = process.argv.indexOf('--files');
const FOLDERS = Math.ceil((at < 0 ? 20_000 : Number(process.argv[at + 1])) / FILES_PER_FOLDER);
const COUNT = FOLDERS * FILES_PER_FOLDER;

/** A folder of 20,000 files, or of `--files`, is dropped, and the person goes on browsing while it is sent. */
export async function manyFiles(world: SoakWorld, say: (line: string) => void): Promise<void> {
  for (let folder = 0; folder < FOLDERS; folder += 1) {
    const path = join(world.folder, 'scans', `day ${folder}`);
    mkdirSync(path, { recursive: true });
    for (let file = 0; file < FILES_PER_FOLDER; file += 1)
      writeFileSync(join(path, `扫描 ${file}.bin`), randomBytes(2048));
  }
  const { context, page } = await world.openBrowser();
  await watchLongTasks(page);
  const heap = await watchHeap(page);
  const dropped = Date.now();
  await dropPaths(page, page.getByRole('main'), [join(world.folder, 'scans')]);

  const grid = page.getByRole('grid', { name: 'Files' });
  await grid.getByRole('row', { name: /^scans/ }).waitFor({ timeout: 120_000 });
  const opened: number[] = [];
  let stored = 0;
  let isWalking = true;
  while ((stored = (await world.keys()).length) < COUNT) {
    const began = Date.now();
    if (isWalking && (await queued(page)) === COUNT) {
      isWalking = false;
      const seconds = ((began - dropped) / 1000).toFixed(0);
      say(`the folder was walked in ${seconds} s; ${stored} files were stored by then`);
    }
    await grid
      .getByRole('row', { name: /^scans/ })
      .getByRole('link')
      .click();
    await grid.getByRole('row', { name: /^day / }).first().waitFor();
    opened.push(Date.now() - began);
    await heap.look();
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').first().click();
    await grid.getByRole('row', { name: /^scans/ }).waitFor();
    if (opened.length % 10 === 0) say(`${stored} files there after ${((Date.now() - dropped) / 1000).toFixed(0)} s`);
  }
  const seconds = (Date.now() - dropped) / 1000;
  await page.getByRole('region', { name: 'Transfers' }).getByText(/done/i).first().waitFor({ timeout: 60_000 });
  const long = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
  say(`${COUNT} files in ${seconds.toFixed(0)} s (${(COUNT / seconds).toFixed(0)} per second)`);
  say(
    `a folder opened ${opened.length} times meanwhile: median ${median(opened).toFixed(0)} ms, longest ${Math.max(...opened)} ms`,
  );
  say(await heap.describe());
  say(`tasks over 50 ms: ${long.length}, longest ${Math.max(0, ...long).toFixed(0)} ms`);
  await context.close();
  assert.equal((await world.keys()).length, COUNT);
  assert.deepEqual(await world.uploads(), []);
}

/** Files in the dock so far; each row says of how many it is one. */
async function queued(page: Page): Promise<number> {
  const [row] = await page.getByRole('region', { name: 'Transfers' }).getByRole('listitem').all();
  return Number((await row?.getAttribute('aria-setsize')) ?? 0);
}

/** JavaScript heap and buffers of the page, after a collection where it says so. */
async function watchHeap(page: Page): Promise<{ look: () => Promise<void>; describe: () => Promise<string> }> {
  const session = await page.context().newCDPSession(page);
  const read = async (): Promise<number> => {
    const usage = await session.send('Runtime.getHeapUsage');
    return usage.usedSize + (usage.backingStorageSize ?? 0);
  };
  const collected = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    return read();
  };
  const before = await collected();
  let highest = before;
  return {
    look: async () => {
      highest = Math.max(highest, await read());
    },
    describe: async () => {
      const after = await collected();
      const each = (after - before) / COUNT;
      const mib = [before, highest, after].map((bytes) => `${(bytes / MiB).toFixed(0)} MiB`);
      return `heap before ${mib[0]}, at most ${mib[1]}, in the end ${mib[2]}: ${each.toFixed(0)} bytes for each row of the dock`;
    },
  };
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
}
