import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dropPaths } from '../fixtures/dropPaths.ts';
import { MiB } from '../fixtures/makeFile.ts';
import { writeRandomFile } from '../fixtures/writeRandomFile.ts';
import { sha256OfFile, type SoakWorld } from './SoakWorld.ts';

const OUTAGE_SECONDS = 60;
const SIZES_MIB = { 'large.bin': 512, 'middle.bin': 64, 'small.bin': 1 };

/** The bucket's server is stopped for a minute in the middle of uploads; nobody touches the page, and everything ends Done. */
export async function stoppedBucket(world: SoakWorld, say: (line: string) => void): Promise<void> {
  const names = Object.keys(SIZES_MIB);
  for (const [name, size] of Object.entries(SIZES_MIB)) await writeRandomFile(join(world.folder, name), size);
  const { context, page } = await world.openBrowser();
  await dropPaths(
    page,
    page.getByRole('main'),
    names.map((name) => join(world.folder, name)),
  );
  while (received(world) < 150 * MiB) await wait(20);
  await world.stopBucket();
  say(`server stopped after ${(received(world) / MiB).toFixed(0)} MiB`);
  await wait(OUTAGE_SECONDS * 1000);
  const shown = await page.getByRole('region', { name: 'Transfers' }).getByRole('listitem').allInnerTexts();
  say(`after ${OUTAGE_SECONDS} s the dock says: ${shown.map((text) => text.replaceAll(/\s*\n\s*/g, ' ')).join(' | ')}`);
  await world.startBucket();
  const started = Date.now();
  for (const name of names) {
    await page.getByRole('listitem', { name }).getByText(/^Done/).first().waitFor({ timeout: 300_000 });
  }
  say(`all Done ${((Date.now() - started) / 1000).toFixed(1)} s after the server came back`);
  await context.close();
  for (const name of names) assert.equal(await world.sha256(name), await sha256OfFile(join(world.folder, name)));
  assert.deepEqual(await world.uploads(), []);
  say('SHA-256 equal, no unfinished upload left');
}

function received(world: SoakWorld): number {
  return world.emulator.control.journal().reduce((sum, { requestBytes }) => sum + requestBytes, 0);
}
