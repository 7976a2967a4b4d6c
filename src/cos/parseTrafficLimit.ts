import { LEAST_TRAFFIC_LIMIT, MOST_TRAFFIC_LIMIT } from './trafficLimit.ts';

const BITS_PER_MEGABYTE = 8_000_000;

/** Megabytes per second as typed, with a point or a comma, in bits per second; undefined when nothing was typed. */
export function parseTrafficLimit(text: string): number | 'outside' | undefined {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return undefined;
  const bits = /^\d+(?:\.\d+)?$/.test(typed) ? Math.round(Number(typed) * BITS_PER_MEGABYTE) : Number.NaN;
  return bits >= LEAST_TRAFFIC_LIMIT && bits <= MOST_TRAFFIC_LIMIT ? bits : 'outside';
}
