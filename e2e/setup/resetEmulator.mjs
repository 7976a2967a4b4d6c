/** `npm run emulator:reset`: forgets every object of the local bucket; the next `npm start` seeds the samples again. */
import { rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const data = resolve(dirname(fileURLToPath(import.meta.url)), '../../.beeline/data');
rmSync(data, { recursive: true, force: true });
console.log(`Emptied ${data}`);
