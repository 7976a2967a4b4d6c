import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const MIB = 1024 * 1024;

/** A file that nothing can compress. */
export async function writeRandomFile(path: string, mebibytes: number): Promise<void> {
  const file = createWriteStream(path);
  for (let n = 0; n < mebibytes; n += 1) {
    if (!file.write(randomBytes(MIB))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}
