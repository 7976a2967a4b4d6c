import { pickFiles } from '#files/pickFiles.ts';
import type { TransferId } from '#transfers/TransferState.ts';
import type { TransferCommands } from './TransferCommands.ts';

/**
 * Starts an upload over with what its file is now: opened by the browser where it can, else chosen by the person, who
 * may also change their mind. Call it from a click.
 */
export async function startAfresh(commands: TransferCommands, id: TransferId): Promise<void> {
  const file = (await commands.reopen(id)) ?? (await chooseOne());
  if (file) commands.startOver(id, file);
}

async function chooseOne(): Promise<File | undefined> {
  for (const chosen of await pickFiles('files')) if (chosen.type === 'file') return chosen.file;
  return undefined;
}
