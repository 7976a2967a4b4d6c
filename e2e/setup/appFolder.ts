import { join } from 'node:path';
import { buildIfStale } from './buildIfStale.ts';
import { projectRoot } from './projectRoot.ts';

/** The build that is tested; BEELINE_DIST names one made elsewhere. */
export const appFolder = process.env['BEELINE_DIST'] ?? join(projectRoot, 'dist');

/** Runs once before the workers start, which would otherwise build beside each other. */
export default async function buildOnce(): Promise<void> {
  if (!process.env['BEELINE_DIST']) await buildIfStale(console.log);
}
