import type { KindGroup } from '#listing/kindGroup.ts';
import { parseDayRange } from '#listing/parseDayRange.ts';
import { parseSizeRange } from '#listing/parseSizeRange.ts';
import type { Formats } from '#text/createFormats.ts';
import { dayChoices, type DayChoice } from './filterChoices.ts';
import type { FilterWords } from './useFilterWords.ts';

export function kindWords(kind: KindGroup, t: FilterWords): string {
  const words: Readonly<Record<KindGroup, string>> = {
    folder: t.kindFolder,
    image: t.kindImage,
    video: t.kindVideo,
    audio: t.kindAudio,
    document: t.kindDocument,
    code: t.kindCode,
    archive: t.kindArchive,
    other: t.kindOther,
  };
  return words[kind];
}

/** @param size as `parseSizeRange` reads it */
export function sizeWords(size: string, t: FilterWords, formats: Formats): string {
  const { fromBytes, toBytes } = parseSizeRange(size) ?? {};
  if (fromBytes === undefined) return t.sizeTo(formats.bytes(toBytes ?? 0));
  if (toBytes === undefined) return t.sizeFrom(formats.bytes(fromBytes));
  return t.rangeBetween(formats.bytes(fromBytes), formats.bytes(toBytes));
}

/** @param date as `parseDayRange` reads it */
export function dayWords(date: string, today: Date, t: FilterWords, formats: Formats): string {
  const choice = dayChoices(today).find((known) => known.date === date);
  if (choice) return dayChoiceWords(choice.id, t);
  const { from, before } = parseDayRange(date) ?? {};
  const last = before === undefined ? '' : formats.date(new Date(before.getTime() - 1));
  if (from === undefined) return t.daysTo(last);
  if (before === undefined) return t.daysFrom(formats.date(from));
  return t.rangeBetween(formats.date(from), last);
}

export function dayChoiceWords(choice: DayChoice, t: FilterWords): string {
  const words: Readonly<Record<DayChoice, string>> = {
    today: t.daysToday,
    week: t.daysWeek,
    month: t.daysMonth,
    year: t.daysYear,
  };
  return words[choice];
}
