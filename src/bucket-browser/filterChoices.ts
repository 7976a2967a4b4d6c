/** Sizes one can pick with a click, as `parseSizeRange` reads them. */
export const SIZE_CHOICES = ['-1000000', '1000000-100000000', '100000000-1000000000', '1000000000-'] as const;

export type DayChoice = 'today' | 'week' | 'month' | 'year';

/**
 * Days one can pick with a click, as `parseDayRange` reads them: today and what lies behind it.
 *
 * @param today any moment of it, in the person's time zone
 */
export function dayChoices(today: Date): readonly { readonly id: DayChoice; readonly date: string }[] {
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()];
  return [
    { id: 'today', date: since(year, month, day) },
    { id: 'week', date: since(year, month, day - 6) },
    { id: 'month', date: since(year, month, day - 29) },
    { id: 'year', date: since(year, 0, 1) },
  ];
}

/** That day, and all behind it; a day before the first of a month is one of the month before. */
function since(...first: [year: number, month: number, day: number]): string {
  const day = new Date(...first);
  return `${day.getFullYear()}-${twoDigits(day.getMonth() + 1)}-${twoDigits(day.getDate())}..`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
