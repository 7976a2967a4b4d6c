import { bigRequest } from './bigRequest.ts';
import { killedBrowser } from './killedBrowser.ts';
import { manyFiles } from './manyFiles.ts';
import { SoakWorld } from './SoakWorld.ts';
import { stoppedBucket } from './stoppedBucket.ts';

/**
 * `npm run soak`: what takes too long for `npm test`, in a real Chromium. `npm run soak -- killed`, `stopped`, `many`
 * or `request` runs one of them; `many --files 100000` drops that many instead of 20,000. Ends with exit code 1 and a picture in
 * `test-results` when anything is not as promised.
 */
const soaks = { killed: killedBrowser, stopped: stoppedBucket, many: manyFiles, request: bigRequest };
const wanted = process.argv.slice(2).filter((name) => name in soaks);

for (const [name, run] of Object.entries(soaks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const world = await SoakWorld.start();
  let picture: string | undefined;
  try {
    await run(world, (line) => console.log(`${name}: ${line}`));
  } catch (error) {
    process.exitCode = 1;
    picture = `test-results/soak-${name}.png`;
    console.log(`${name}: NOT AS PROMISED: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await world.close(picture);
  }
}
