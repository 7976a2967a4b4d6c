import type { RawShape } from './benchPage.ts';

/** What a page can do at best: Blob slices by plain fetch, `lanes` at a time spread over the hosts, nothing checked. */
export async function putSlices(
  file: Blob,
  urls: readonly (readonly string[])[],
  { sliceBytes, lanes }: RawShape,
): Promise<void> {
  let next = 0;
  const lane = async (_: unknown, index: number): Promise<void> => {
    const host = urls[index % urls.length] ?? [];
    for (let slice = next++; slice * sliceBytes < file.size; slice = next++) {
      const body = file.slice(slice * sliceBytes, (slice + 1) * sliceBytes);
      const answer = await fetch(host[slice] ?? '', { method: 'PUT', body });
      if (!answer.ok) throw new Error(`PUT answered ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
