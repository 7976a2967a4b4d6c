import type { ListPartsOutput } from '#cos/CosCalls.ts';
import { FailureError } from '#lib/FailureError.ts';
import { persist } from './persist.ts';
import type { TransferRun } from './TransferRun.ts';

export type ListedPart = ListPartsOutput['parts'][number];

/** Every part the server has of an upload, by part number. All pages; a marker that does not grow is an error. */
export async function listAllParts(
  run: TransferRun,
  upload: { readonly key: string; readonly uploadId: string },
): Promise<ReadonlyMap<number, ListedPart>> {
  const listed = new Map<number, ListedPart>();
  let marker = 0;
  for (;;) {
    const input = { ...upload, maxParts: 1000, ...(marker > 0 ? { partNumberMarker: marker } : {}) };
    const page = await persist(run, { kind: 'answer' }, (options) => run.cos.listParts(input, options));
    for (const part of page.parts) listed.set(part.partNumber, part);
    const next = page.nextPartNumberMarker;
    if (next === undefined) return listed;
    if (next <= marker) {
      const message = `ListParts repeats the marker ${next}`;
      throw new FailureError({ kind: 'integrity', code: 'ListingBroken', message, facts: { key: upload.key } });
    }
    marker = next;
  }
}
