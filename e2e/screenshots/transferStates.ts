import type { Page } from 'playwright';
import type { Fault } from '../emulator/EmulatorOptions.ts';
import type { PictureStates, PictureWorld } from './PictureWorld.ts';
import { choose, openAt } from './steps.ts';

/** Every small file then has a request of its own with its name in the address, where a fault finds it. */
const NO_FORMS: Fault = {
  operation: 'PostObject',
  times: null,
  effect: { type: 'error', status: 403, code: 'AccessDenied', message: 'Access Denied.' },
};

/** The dock in its states, and the questions before names are replaced. */
export function transferStates(world: PictureWorld): PictureStates {
  const { app, file } = world;
  return {
    transfers: async (page) => {
      await openAt(app, page, 'documents/');
      await startUploads(world, page);
    },
    causes: async (page) => {
      await openAt(app, page, 'documents/');
      await refuseUploads(world, page);
    },
    'first-link': async (page) => {
      await openAt(app, page, 'documents/');
      await choose(page, [file('report.pdf', 3e6)]);
      await page.getByRole('button', { name: 'Get a link' }).waitFor();
    },
    history: async (page) => {
      await openAt(app, page, 'documents/');
      await choose(page, [file('report.pdf', 3e6), file('a long name of a drawing, final version 12.svg', 2e5)]);
      await page.getByRole('region', { name: 'Transfers' }).getByText(/^Done/).nth(1).waitFor();
      await page.getByRole('button', { name: 'History' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Details' }).first().click();
    },
    unfinished: async (page) => {
      await beginElsewhere(world);
      await openAt(app, page, 'documents/');
      await page.getByText(/sent/).first().waitFor();
    },
    conflict: async (page) => {
      await openAt(app, page);
      await choose(page, [file('README.md', 20), file('notes.txt', 20)]);
      await page.getByRole('button', { name: 'Keep both' }).waitFor();
    },
  };
}

/** One finished, one refused, one on its way. */
async function startUploads({ emulator, file }: PictureWorld, page: Page): Promise<void> {
  emulator.control.plantFaults([
    { operation: 'UploadPart', nth: 2, times: null, effect: { type: 'throttle', bytesPerSecond: 300_000 } },
    {
      operation: 'PutObject',
      keyContains: 'minutes',
      times: null,
      effect: { type: 'error', status: 403, code: 'AccessDenied', message: 'Access Denied.' },
    },
    NO_FORMS,
  ]);
  await choose(page, [file('report.pdf', 3e6), file('minutes.docx', 2e5), file('film.mp4', 120e6)]);
  const dock = page.getByRole('region', { name: 'Transfers' });
  await dock.getByText(/^Done/).first().waitFor();
  await dock
    .getByText(/^Failed/)
    .first()
    .waitFor();
  await dock
    .getByText(/^Uploading/)
    .first()
    .waitFor();
}

/** Seven that stop for two reasons. */
async function refuseUploads({ emulator, file }: PictureWorld, page: Page): Promise<void> {
  emulator.control.plantFaults([
    NO_FORMS,
    {
      operation: 'PutObject',
      keyContains: 'minutes',
      times: null,
      effect: { type: 'error', status: 403, code: 'AccessDenied', message: 'Access Denied.' },
    },
    {
      operation: 'PutObject',
      keyContains: 'plan',
      times: null,
      effect: { type: 'error', status: 403, code: 'ObjectLocked', message: 'Locked.' },
    },
  ]);
  const names = ['minutes 1.txt', 'minutes 2.txt', 'minutes 3.txt', 'plan A.txt', 'plan B.txt', 'notes.txt'];
  await choose(
    page,
    names.map((name) => file(name, 2e4)),
  );
  await page
    .getByRole('listitem', { name: /^3 files/ })
    .first()
    .waitFor();
}

/** Begun by another program: one today, one long ago. What earlier pictures have left is removed first. */
async function beginElsewhere({ bucket, emulator, owner }: PictureWorld): Promise<void> {
  const place = { Bucket: bucket.name, Region: bucket.region };
  for (const { key, uploadId } of await emulator.control.listUploads(bucket.name)) {
    await owner.multipartAbort({ ...place, Key: key, UploadId: uploadId });
  }
  for (const [key, days] of [
    ['documents/film of the year.mp4', 12],
    ['documents/backup-2026.tar', 0],
  ] as const) {
    emulator.control.moveClock(-days * 24 * 3600 * 1000);
    const { UploadId } = await owner.multipartInit({ ...place, Key: key });
    await owner.multipartUpload({ ...place, Key: key, UploadId, PartNumber: 1, Body: Buffer.alloc(3e6) });
    emulator.control.moveClock(0);
  }
}
