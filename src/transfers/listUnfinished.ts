import type { ListMultipartUploadsOutput } from '#cos/CosCalls.ts';
import type { CosClient } from '#cos/CosClient.ts';

export type ListedUpload = ListMultipartUploadsOutput['uploads'][number];

const CALM = { priority: 'background' } as const;

/** Every multipart upload below a prefix that was begun and not completed; all pages. */
export async function listUnfinished(cos: CosClient, prefix: string): Promise<readonly ListedUpload[]> {
  const found: ListedUpload[] = [];
  let markers: { keyMarker?: string; uploadIdMarker?: string } = {};
  for (;;) {
    const page = await cos.listMultipartUploads({ prefix, ...markers }, CALM);
    found.push(...page.uploads);
    const { nextKeyMarker: keyMarker, nextUploadIdMarker: uploadIdMarker } = page;
    if (keyMarker === undefined) return found;
    markers = { keyMarker, ...(uploadIdMarker === undefined ? {} : { uploadIdMarker }) };
  }
}

/** Bytes of the parts that are in the bucket; all pages. */
export async function sumOfParts(
  cos: CosClient,
  { key, uploadId }: { key: string; uploadId: string },
): Promise<number> {
  let sum = 0;
  let marker: number | undefined;
  do {
    const input = { key, uploadId, ...(marker === undefined ? {} : { partNumberMarker: marker }) };
    const page = await cos.listParts(input, CALM);
    for (const part of page.parts) sum += part.sizeBytes;
    const next = page.nextPartNumberMarker;
    // A marker that does not grow would go on for ever.
    marker = next !== undefined && next > (marker ?? 0) ? next : undefined;
  } while (marker !== undefined);
  return sum;
}
