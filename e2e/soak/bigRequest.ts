import { strict as assert } from 'node:assert';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dropPaths } from '../fixtures/dropPaths.ts';
import { MiB } from '../fixtures/makeFile.ts';
import { writeRandomFile } from '../fixtures/writeRandomFile.ts';
import { sha256OfFile, type SoakWorld } from './SoakWorld.ts';

const SMALL_COUNT = 199;
const BIG_MIB = 600;

/** A folder of 200 files, one of them 600 MiB, is sent by somebody without an account, each file in one form. */
export async function bigRequest(world: SoakWorld, say: (line: string) => void): Promise<void> {
  const gift = join(world.folder, 'gift');
  mkdirSync(gift);
  const names = Array.from({ length: SMALL_COUNT }, (_, at) => `扫描 ${at}.bin`);
  for (const name of names) writeFileSync(join(gift, name), randomBytes(20_000));
  await writeRandomFile(join(gift, 'big.bin'), BIG_MIB);

  const { page } = await world.openBrowser();
  await page.getByRole('button', { name: 'More ways to upload' }).click();
  await page.getByRole('menuitem', { name: 'Request files…' }).click();
  await page.getByRole('button', { name: 'Make link' }).click();
  const link = await page.getByRole('dialog').getByRole('textbox', { name: 'Link' }).inputValue();

  const sender = await world.openStranger(link);
  const began = Date.now();
  await dropPaths(sender, sender.getByText('Drop files and folders here'), [gift]);
  await sender.getByText(`${SMALL_COUNT + 1} files have arrived`).waitFor({ timeout: 240_000 });
  await sender.getByText('Each was compared with your own by checksum.').waitFor();
  const seconds = (Date.now() - began) / 1000;
  say(
    `${SMALL_COUNT + 1} files and ${BIG_MIB} MiB in ${seconds.toFixed(1)} s (${(BIG_MIB / seconds).toFixed(0)} MiB/s)`,
  );

  const posts = world.emulator.control.journal().filter(({ operation }) => operation === 'PostObject');
  const largest = Math.max(...posts.map(({ requestBytes }) => requestBytes));
  say(`${posts.length} forms, the largest ${(largest / MiB).toFixed(0)} MiB`);
  const keys = await world.keys();
  assert.equal(keys.length, SMALL_COUNT + 1);
  for (const name of [...names, 'big.bin']) {
    const key = keys.find((each) => each.endsWith(`/gift/${name}`)) ?? '';
    assert.equal(await world.sha256(key), await sha256OfFile(join(gift, name)), name);
  }
  say('SHA-256 of each is equal');
}
