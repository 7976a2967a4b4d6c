import type { Readable } from 'node:stream';
import type { CosRequest } from '../OperationContext.ts';
import { limitRate } from '../shaping.ts';
import { readHeader } from './readHeader.ts';
import { invalidArgument } from './refusals.ts';

/** Bits per second (COS documentation 40140). */
const MIN_BITS = 819_200;
const MAX_BITS = 838_860_800;

/**
 * `x-cos-traffic-limit` in bytes per second; undefined when there is none.
 *
 * @param text bits per second, a whole number
 * @throws CosServiceError 400 InvalidArgument outside the documented range
 */
export function trafficLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const bits = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(bits >= MIN_BITS && bits <= MAX_BITS)) {
    throw invalidArgument(`x-cos-traffic-limit must be a whole number from ${MIN_BITS} to ${MAX_BITS}.`);
  }
  return bits / 8;
}

/** The limit of a request, from its header or its query. */
export function requestedTrafficLimit(request: CosRequest): number | undefined {
  return trafficLimit(readHeader(request, 'x-cos-traffic-limit') ?? request.query.get('x-cos-traffic-limit'));
}

/** The stream, slowed down when there is a limit. */
export function withTrafficLimit(stream: Readable, bytesPerSecond: number | undefined): Readable {
  return bytesPerSecond === undefined ? stream : limitRate(stream, bytesPerSecond);
}
