import { removeAllStaging } from '#files/stagingFolder.ts';
import { removeJournal } from '#lib/openJournal.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';

/** Every name this app keeps small things under begins so. Other apps of this origin keep theirs. */
const OURS = 'beeline';

/**
 * Removes all that the app keeps in this browser: its database, staged downloads, remembered wishes, its service worker.
 * Whatever runs is stopped first, without touching the bucket. The page is of no use afterwards: load it anew.
 *
 * @throws when something could not be removed; everything else is gone then
 */
export async function forgetDevice(engine: Pick<TransferEngine, 'dispose'>): Promise<void> {
  engine.dispose();
  const outcomes = await Promise.allSettled([
    removeJournal(),
    removeAllStaging(),
    removeRemembered(() => localStorage),
    removeRemembered(() => sessionStorage),
    removeServiceWorkers(),
  ]);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Also opening a storage can throw: some browsers close it to pages. */
async function removeRemembered(open: () => Storage): Promise<void> {
  const storage = open();
  for (const name of Object.keys(storage)) if (name.startsWith(OURS)) storage.removeItem(name);
}

async function removeServiceWorkers(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const base = new URL('.', document.baseURI).href;
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.filter(({ scope }) => scope.startsWith(base)).map((found) => found.unregister()));
}
