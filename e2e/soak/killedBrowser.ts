import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { dropPaths } from '../fixtures/dropPaths.ts';
import { killBrowser } from '../fixtures/killBrowser.ts';
import { MiB } from '../fixtures/makeFile.ts';
import { allowFilesOnEveryVisit } from './allowFilesOnEveryVisit.ts';
import { sha256OfFile, type SoakWorld } from './SoakWorld.ts';
import { writeRandomFile } from '../fixtures/writeRandomFile.ts';

const FILE_MIB = 1024;

/**
 * The browser is killed at 60 % of a large upload and opened again; one click goes on. Nothing the bucket had
 * acknowledged before is sent again.
 */
export async function killedBrowser(world: SoakWorld, say: (line: string) => void): Promise<void> {
  const path = join(world.folder, 'footage.mov');
  await writeRandomFile(path, FILE_MIB);

  allowFilesOnEveryVisit(world.profile, world.origin, [path]);
  const first = await world.openBrowser();
  await dropPaths(first.page, first.page.getByRole('main'), [path]);
  const confirmed = await confirmedAt(world, 0.6 * FILE_MIB * MiB);
  const died = new Promise((resolve) => first.context.once('close', resolve));
  killBrowser(world.profile);
  await died;
  await quiet(world);
  say(`killed with ${mib(confirmed)} of ${FILE_MIB} MiB acknowledged`);
  world.emulator.control.clearJournal();

  const second = await world.openBrowser();
  const clicked = Date.now();
  await second.page.getByRole('button', { name: 'Resume footage.mov' }).click();
  await second.page
    .getByRole('listitem', { name: /footage\.mov/ })
    .getByText(/^Done/)
    .first()
    .waitFor({ timeout: 240_000 });
  const sent = world.emulator.control
    .journal()
    .filter(({ operation }) => operation === 'UploadPart')
    .reduce((sum, { requestBytes }) => sum + requestBytes, 0);
  say(`one click, Done ${((Date.now() - clicked) / 1000).toFixed(1)} s later; sent ${mib(sent)} more`);
  await second.context.close();

  assert.ok(
    sent <= FILE_MIB * MiB - confirmed,
    `sent ${mib(sent)}, but only ${mib(FILE_MIB * MiB - confirmed)} was missing`,
  );
  assert.ok(sent <= (FILE_MIB * MiB) / 2, 'more than half was sent again');
  assert.equal(await world.sha256('footage.mov'), await sha256OfFile(path));
  assert.deepEqual(await world.uploads(), []);
  say('SHA-256 equal, no unfinished upload left');
}

function confirmedBytes(world: SoakWorld): number {
  return world.emulator.control
    .journal()
    .filter(({ operation, status }) => operation === 'UploadPart' && status === 200)
    .reduce((sum, { requestBytes }) => sum + requestBytes, 0);
}

/**
 * Waits until so many bytes are stored; returns how many were a moment before: an answer that had not reached the page
 * when it died acknowledged nothing.
 */
async function confirmedAt(world: SoakWorld, bytes: number): Promise<number> {
  let before = 0;
  for (;;) {
    const now = confirmedBytes(world);
    if (now >= bytes) return before;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Requests that were under way when the browser died have ended. */
async function quiet(world: SoakWorld): Promise<void> {
  let before = -1;
  for (;;) {
    const now = confirmedBytes(world);
    if (now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function mib(bytes: number): string {
  return `${(bytes / MiB).toFixed(0)} MiB`;
}
