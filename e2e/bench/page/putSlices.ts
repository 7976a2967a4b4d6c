/** What a page can do at best with one host: Blob slices by plain fetch, `lanes` at a time, nothing checked. */
export async function putSlices(
  file: Blob,
  urls: readonly string[],
  { sliceBytes, lanes }: { readonly sliceBytes: number; readonly lanes: number },
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let slice = next++; slice * sliceBytes < file.size; slice = next++) {
      const body = file.slice(slice * sliceBytes, (slice + 1) * sliceBytes);
      const answer = await fetch(urls[slice] ?? '', { method: 'PUT', body });
      if (!answer.ok) throw new Error(`PUT answered ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
