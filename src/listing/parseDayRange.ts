/** In the time zone of the person: `from` is the first moment, `before` the first one after it. Undefined is open. */
export interface DayRange {
  readonly from?: Date;
  readonly before?: Date;
}

/** `2026-01-31..2026-02-28`, `2026-01-31..`, `..2026-02-28`; both days included; undefined for anything else. */
export function parseDayRange(text: string): DayRange | undefined {
  const [, first, last] = /^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/.exec(text) ?? [];
  if (first === undefined && last === undefined) return undefined;
  const from = first === undefined ? undefined : startOfDay(first, 0);
  const before = last === undefined ? undefined : startOfDay(last, 1);
  if (from === null || before === null) return undefined;
  if (from !== undefined && before !== undefined && from >= before) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(before === undefined ? {} : { before }) };
}

/** null when the calendar has no such day. */
function startOfDay(day: string, daysLater: number): Date | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const start = new Date(year, month - 1, date);
  if (start.getMonth() !== month - 1 || start.getDate() !== date) return null;
  return new Date(year, month - 1, date + daysLater);
}
