import { resolve } from 'node:path';

/** The folder with package.json; every path the commands use starts here, wherever they are called from. */
export const projectRoot = resolve(import.meta.dirname, '../..');
