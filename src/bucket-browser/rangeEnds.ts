import { parseDayRange } from '#listing/parseDayRange.ts';
import { parseSizeRange } from '#listing/parseSizeRange.ts';

/** Both ends of a range as two fields show them; '' is open. */
export interface RangeEnds {
  readonly from: string;
  readonly to: string;
}

/** What was typed as `FilterChoice` writes it, undefined where both ends are open; or what is wrong with it. */
export type TypedRange =
  | { readonly range: string | undefined; readonly problem?: undefined }
  | { readonly problem: 'from' | 'to' | 'order' };

const MEGABYTE = 1_000_000;
/** `parseSizeRange` reads 15 digits of bytes: 999 TB. */
const MOST_BYTES = 999_999_999_999_999;

/** @param size as `parseSizeRange` reads it */
export function megabytesOf(size: string | undefined): RangeEnds {
  const { fromBytes, toBytes } = parseSizeRange(size ?? '') ?? {};
  return { from: megabytes(fromBytes), to: megabytes(toBytes) };
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '' : String(bytes / MEGABYTE);
}

/** @param ends megabytes, with a decimal point or comma */
export function sizeText(ends: RangeEnds): TypedRange {
  const [from, to] = [bytesOf(ends.from), bytesOf(ends.to)];
  if (Number.isNaN(from)) return { problem: 'from' };
  if (Number.isNaN(to)) return { problem: 'to' };
  if (from === undefined && to === undefined) return { range: undefined };
  if (from !== undefined && to !== undefined && from > to) return { problem: 'order' };
  return { range: `${from ?? ''}-${to ?? ''}` };
}

/** NaN for what is no size. */
function bytesOf(megabytes: string): number | undefined {
  const text = megabytes.trim().replace(',', '.');
  if (text === '') return undefined;
  if (!/^(?:\d+\.?\d*|\.\d+)$/.test(text)) return Number.NaN;
  const bytes = Math.round(Number(text) * MEGABYTE);
  return bytes <= MOST_BYTES ? bytes : Number.NaN;
}

/** @param date as `parseDayRange` reads it */
export function daysOf(date: string | undefined): RangeEnds {
  const [from = '', to = ''] = (date ?? '').split('..');
  return { from, to };
}

/** @param ends `2026-01-31` each */
export function daysText({ from, to }: RangeEnds): TypedRange {
  if (from === '' && to === '') return { range: undefined };
  const range = `${from}..${to}`;
  return parseDayRange(range) === undefined ? { problem: 'order' } : { range };
}
