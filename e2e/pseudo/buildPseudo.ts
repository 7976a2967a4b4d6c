import { buildIfStale } from '../setup/buildIfStale.ts';
import { pseudoLanguage } from './pseudoLanguage.ts';

/** Builds the app with the pseudo-language in the place of Chinese, unless it is there. @returns the folder */
export function buildPseudo(): Promise<string> {
  return buildIfStale(console.log, {
    folder: '.beeline/pseudo',
    plugins: [pseudoLanguage()],
    sources: ['e2e/pseudo'],
  });
}
