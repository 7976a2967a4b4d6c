/** Numbers, sizes, times and lengths of time in one language. Sizes are decimal, as disks and bills count them. */
export interface Formats {
  number(value: number): string;
  /** 0.42 → `42%`, rounded down: 100 % appears only when everything is there. */
  percent(fraction: number): string;
  /** 1234567 → `1.2 MB`. */
  bytes(count: number): string;
  /** The day, in the person's time zone. */
  date(date: Date): string;
  /** Date and time to the minute, in the person's time zone. */
  dateTime(date: Date): string;
  /** As `dateTime` with seconds and the zone's name, for moments that matter. */
  exactTime(date: Date): string;
  time(date: Date): string;
  /** 3700 → `1 hour 1 minute`; under a minute in seconds. Never rounds a countdown up. */
  duration(seconds: number): string;
}

const BYTE_UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const;
const TIME_UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;
type TimeUnit = (typeof TIME_UNITS)[number][0];

export function createFormats(locale: string): Formats {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const wholeBytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' });
  const scaled = BYTE_UNITS.map((unit) => [1, 0].map((digits) => byteFormat(locale, unit, digits)));
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const lengths = new Map(
    TIME_UNITS.map(([unit]) => [unit, new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })]),
  );

  return {
    number: (value) => number.format(value),
    percent: (fraction) => percent.format(Math.floor(fraction * 100 + 1e-9) / 100),
    bytes: (value) => {
      if (value < 1000) return wholeBytes.format(value);
      let unit = 0;
      let amount = value / 1000;
      // 999,950 bytes would read "1,000 kB"; it is "1 MB".
      while (amount >= 999.5 && unit < BYTE_UNITS.length - 1) {
        amount /= 1000;
        unit += 1;
      }
      return scaled[unit]?.[amount < 99.95 ? 0 : 1]?.format(amount) ?? '';
    },
    date: (date) => day.format(date),
    dateTime: (date) => dateTime.format(date),
    exactTime: (date) => exact.format(date),
    time: (date) => time.format(date),
    duration: (seconds) => {
      const rest = Math.max(0, Math.floor(seconds));
      const first = TIME_UNITS.findIndex(([, length]) => rest >= length);
      const [unit, length] = TIME_UNITS[first] ?? ['second', 1];
      const words = say(lengths, unit, Math.floor(rest / length));
      const next = TIME_UNITS[first + 1];
      // Seconds only when the end is near.
      if (first < 0 || next === undefined || (next[0] === 'second' && rest >= 600)) return words;
      const remainder = Math.floor((rest % length) / next[1]);
      return remainder === 0 ? words : `${words} ${say(lengths, next[0], remainder)}`;
    },
  };
}

function byteFormat(locale: string, unit: string, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  });
}

function say(lengths: ReadonlyMap<TimeUnit, Intl.NumberFormat>, unit: TimeUnit, amount: number): string {
  return lengths.get(unit)?.format(amount) ?? '';
}
