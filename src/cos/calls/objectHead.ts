import type { ObjectHead, RestoreState } from '../CosObject.ts';
import { CosError } from '../CosError.ts';
import type { RequestContext } from '../CosRequest.ts';
import { writtenFields } from '../readAnswer.ts';

interface Answered {
  readonly headers: Headers;
  readonly context: RequestContext;
}

/** What HEAD and GET tell about an object; `sizeBytes` is the whole object's. */
export function objectHead({ headers }: Answered, sizeBytes: number): ObjectHead {
  const lastModified = new Date(headers.get('last-modified') ?? '');
  const contentType = headers.get('content-type');
  const storageClass = headers.get('x-cos-storage-class');
  const versionId = headers.get('x-cos-version-id');
  return {
    sizeBytes,
    ...writtenFields(headers),
    ...(Number.isNaN(lastModified.getTime()) ? {} : { lastModified }),
    ...(contentType === null ? {} : { contentType }),
    ...(storageClass === null ? {} : { storageClass }),
    ...(versionId === null || versionId === '' ? {} : { versionId }),
    ...restoreOf(headers),
    headers: new Map(headers),
    ...metadataOf(headers),
    ...deliveryOf(headers),
  };
}

const META = 'x-cos-meta-';

function metadataOf(headers: Headers): Pick<ObjectHead, 'metadata'> {
  const found = [...headers].filter(([name]) => name.startsWith(META));
  if (found.length === 0) return {};
  return { metadata: Object.fromEntries(found.map(([name, value]) => [name.slice(META.length), value])) };
}

function deliveryOf(headers: Headers): Pick<ObjectHead, 'delivery'> {
  const found = (
    [
      ['cacheControl', headers.get('cache-control')],
      ['contentDisposition', headers.get('content-disposition')],
      ['contentEncoding', headers.get('content-encoding')],
      ['expires', headers.get('expires')],
    ] as const
  ).filter(([, value]) => value !== null && value !== '');
  return found.length === 0 ? {} : { delivery: Object.fromEntries(found) };
}

/** `ongoing-request="true"`, or `ongoing-request="false", expiry-date="<RFC 1123>"` (COS documentation 7745). */
function restoreOf(headers: Headers): { restore?: RestoreState } {
  const text = headers.get('x-cos-restore') ?? '';
  if (/ongoing-request="true"/.test(text)) return { restore: { isOngoing: true } };
  if (!/ongoing-request="false"/.test(text)) return {};
  const until = new Date(/expiry-date="([^"]*)"/.exec(text)?.[1] ?? '');
  return { restore: { isOngoing: false, ...(Number.isNaN(until.getTime()) ? {} : { until }) } };
}

/** The size of the object in an answer about all of it. */
export function sizeOf(answer: Answered): number {
  const text = answer.headers.get('content-length') ?? '';
  if (!/^\d+$/.test(text)) throw notExposed(answer, 'Content-Length');
  return Number(text);
}

/** First byte and size of the object in a 206. */
export function contentRangeOf(answer: Answered): { readonly startByte: number; readonly sizeBytes: number } {
  const [, start, size] = /^bytes (\d+)-\d+\/(\d+)$/.exec(answer.headers.get('content-range') ?? '') ?? [];
  if (start === undefined || size === undefined) throw notExposed(answer, 'Content-Range');
  return { startByte: Number(start), sizeBytes: Number(size) };
}

function notExposed({ context }: Answered, header: string): CosError {
  const { action: _action, ...facts } = context;
  const message = `The page cannot read ${header}: the bucket's CORS rule does not expose it`;
  return new CosError({ kind: 'cors', code: 'HeaderNotExposed', message, facts: { ...facts, header } });
}
