import { pickFiles } from '#files/pickFiles.ts';
import type { ChosenFile } from '#transfers/matchChosenFiles.ts';

/** Lets the person choose files again, for uploads that wait for theirs. Call it from a click. */
export async function chooseAgain(what: 'files' | 'folder'): Promise<readonly ChosenFile[]> {
  return (await pickFiles(what)).filter((found) => found.type === 'file');
}
