import type { CompleteMultipartUploadInput, ListPartsInput, ListPartsOutput } from '../CosCalls.ts';
import type { MemoryWrite } from './MemoryObjects.ts';
import { refusal } from './refusal.ts';

interface MemoryUpload {
  readonly key: string;
  readonly input: Omit<MemoryWrite, 'key'>;
  readonly parts: Map<number, { readonly body: Blob; readonly etag: string }>;
}

/** Uploads that were begun and neither completed nor aborted. */
export class MemoryUploads {
  private readonly uploads = new Map<string, MemoryUpload>();
  private count = 0;

  begin(key: string, input: Omit<MemoryWrite, 'key'>): string {
    const uploadId = `upload-${(this.count += 1)}`;
    this.uploads.set(uploadId, { key, input, parts: new Map() });
    return uploadId;
  }

  find({ key, uploadId }: { key: string; uploadId: string }): MemoryUpload {
    const upload = this.uploads.get(uploadId);
    if (upload?.key !== key) throw refusal('NoSuchUpload', 404);
    return upload;
  }

  all(): readonly { readonly key: string; readonly uploadId: string; readonly partNumbers: number[] }[] {
    return [...this.uploads].map(([uploadId, { key, parts }]) => ({ key, uploadId, partNumbers: [...parts.keys()] }));
  }

  losePart(uploadId: string, partNumber: number): void {
    this.uploads.get(uploadId)?.parts.delete(partNumber);
  }

  remove(uploadId: string): void {
    this.uploads.delete(uploadId);
  }

  /** One page of the parts that are there, by their number. */
  listParts(input: ListPartsInput): ListPartsOutput {
    const { partNumberMarker = 0, maxParts = 1000 } = input;
    const rest = [...this.find(input).parts]
      .filter(([partNumber]) => partNumber > partNumberMarker)
      .toSorted(([a], [b]) => a - b)
      .map(([partNumber, { body, etag }]) => ({ partNumber, etag, sizeBytes: body.size }));
    const parts = rest.slice(0, maxParts);
    const last = parts.at(-1)?.partNumber;
    return { parts, ...(rest.length > parts.length && last !== undefined ? { nextPartNumberMarker: last } : {}) };
  }

  /** The bodies of the named parts; refuses one that is not there, or not with that ETag. */
  bodiesOf(input: CompleteMultipartUploadInput): readonly Blob[] {
    const { parts } = this.find(input);
    return input.parts.map(({ partNumber, etag }) => {
      const part = parts.get(partNumber);
      if (part?.etag !== etag) throw refusal('InvalidPart', 400);
      return part.body;
    });
  }
}
