import type { KindGroup } from '#listing/kindGroup.ts';
import { parseDayRange } from '#listing/parseDayRange.ts';
import { parseSizeRange } from '#listing/parseSizeRange.ts';
import type { Formats } from '#text/createFormats.ts';
import { dayChoices, type DayChoice } from './filterChoices.ts';
import type { FilterWords } from './useFilterWords.ts';

export function kindWords(kind: KindGroup, words: FilterWords): string {
  const kinds: Readonly<Record<KindGroup, string>> = {
    folder: words.kindFolder,
    image: words.kindImage,
    video: words.kindVideo,
    audio: words.kindAudio,
    document: words.kindDocument,
    code: words.kindCode,
    archive: words.kindArchive,
    other: words.kindOther,
  };
  return kinds[kind];
}

/** @param size as `parseSizeRange` reads it */
export function sizeWords(size: string, words: FilterWords, formats: Formats): string {
  const { fromBytes, toBytes } = parseSizeRange(size) ?? {};
  if (fromBytes === undefined) return words.sizeTo(formats.bytes(toBytes ?? 0));
  if (toBytes === undefined) return words.sizeFrom(formats.bytes(fromBytes));
  return words.rangeBetween(formats.bytes(fromBytes), formats.bytes(toBytes));
}

/** @param date as `parseDayRange` reads it */
export function dayWords(date: string, today: Date, words: FilterWords, formats: Formats): string {
  const choice = dayChoices(today).find((known) => known.date === date);
  if (choice) return dayChoiceWords(choice.id, words);
  const { from, before } = parseDayRange(date) ?? {};
  const last = before === undefined ? '' : formats.date(new Date(before.getTime() - 1));
  if (from === undefined) return words.daysTo(last);
  if (before === undefined) return words.daysFrom(formats.date(from));
  return words.rangeBetween(formats.date(from), last);
}

export function dayChoiceWords(choice: DayChoice, words: FilterWords): string {
  const choices: Readonly<Record<DayChoice, string>> = {
    today: words.daysToday,
    week: words.daysWeek,
    month: words.daysMonth,
    year: words.daysYear,
  };
  return choices[choice];
}
