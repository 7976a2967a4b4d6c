import { contentDisposition } from './contentDisposition.ts';

/** How the bucket answers a link. */
export interface LinkOptions {
  /** `attachment` saves under `fileName`; `inline` lets a browser show it where the bucket's domain allows that. */
  readonly disposition: 'attachment' | 'inline';
  readonly fileName: string;
  /** Absent: for `attachment` plain bytes, for `inline` as it was stored. */
  readonly contentType?: string;
  /** Bits per second (COS documentation 40140). */
  readonly trafficLimit?: number;
  /** Absent: whatever is the latest when somebody opens it. */
  readonly versionId?: string;
}

/**
 * The parameters of a link to one object, decoded; all of them are signed (COS documentation 7753, 40140). What is saved
 * and not shown gets a type of its own, so that no type it was stored with can make a page of it.
 */
export function linkQuery({ disposition, fileName, contentType, trafficLimit, versionId }: LinkOptions) {
  const type = contentType ?? (disposition === 'attachment' ? 'application/octet-stream' : undefined);
  return {
    'response-content-disposition': contentDisposition(disposition, fileName),
    ...(type === undefined ? {} : { 'response-content-type': type }),
    ...(trafficLimit === undefined ? {} : { 'x-cos-traffic-limit': String(trafficLimit) }),
    ...(versionId === undefined ? {} : { versionId }),
  } satisfies Record<string, string>;
}
