import type { StoredUpload } from '../objectStore.ts';
import { compareUtf8 } from '../store/compareUtf8.ts';

export interface UploadQuery {
  readonly prefix: string;
  readonly delimiter: string;
  readonly keyMarker: string;
  /** Without a key marker it is ignored. */
  readonly uploadIdMarker: string;
  readonly maxUploads: number;
}

export interface UploadPage {
  readonly uploads: readonly StoredUpload[];
  readonly commonPrefixes: readonly string[];
  /** Markers of the next page; undefined on the last. */
  readonly next: { readonly keyMarker: string; readonly uploadIdMarker: string } | undefined;
}

type Row = { readonly name: string; readonly upload: StoredUpload | undefined };

/**
 * One page of List Multipart Uploads (COS documentation 7736): by key, then by upload id, which begins with its time.
 * One key may have several uploads, and a page may end between them. Folding is that of `listPage`.
 */
export function uploadPage(uploads: readonly StoredUpload[], query: UploadQuery): UploadPage {
  const { prefix, delimiter, keyMarker, uploadIdMarker, maxUploads } = query;
  const isAfterMarker = ({ name, upload }: Row): boolean => {
    const order = compareUtf8(name, keyMarker);
    if (order !== 0) return order > 0;
    return upload !== undefined && uploadIdMarker !== '' && upload.uploadId > uploadIdMarker;
  };
  const folders = new Set<string>();
  const rows: Row[] = [];
  for (const upload of uploads) {
    if (!upload.key.startsWith(prefix)) continue;
    const at = delimiter === '' ? -1 : upload.key.indexOf(delimiter, prefix.length);
    if (at < 0) rows.push({ name: upload.key, upload });
    else folders.add(upload.key.slice(0, at + delimiter.length));
  }
  for (const name of folders) rows.push({ name, upload: undefined });

  const following = rows.filter(isAfterMarker).toSorted(byNameThenUpload);
  const page = following.slice(0, maxUploads);
  const last = page.at(-1);
  return {
    uploads: page.flatMap(({ upload }) => upload ?? []),
    commonPrefixes: page.flatMap(({ name, upload }) => (upload === undefined ? name : [])),
    next:
      last === undefined || following.length === page.length
        ? undefined
        : { keyMarker: last.name, uploadIdMarker: last.upload?.uploadId ?? '' },
  };
}

function byNameThenUpload(a: Row, b: Row): number {
  return compareUtf8(a.name, b.name) || compareUtf8(a.upload?.uploadId ?? '', b.upload?.uploadId ?? '');
}
