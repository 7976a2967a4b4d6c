import { describe, expect, test } from 'vitest';
import { createFormats } from './createFormats.ts';

const en = createFormats('en');
const zh = createFormats('zh-CN');

describe('bytes', () => {
  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [1234, '1.2 kB'],
    [99_960, '100 kB'],
    [999_499, '999 kB'],
    [999_950, '1 MB'],
    [412_000_000, '412 MB'],
    [5_368_709_120, '5.4 GB'],
    [48_820_000_000_000, '48.8 TB'],
    [3e18, '3,000 PB'],
  ])('%d is %s', (count, expected) => {
    expect(en.bytes(count)).toBe(expected);
  });

  test('in Chinese', () => {
    expect(zh.bytes(1234)).toBe('1.2 kB');
    expect(zh.bytes(12)).toBe('12字节');
  });
});

describe('duration', () => {
  test.each([
    [0, '0 seconds'],
    [-5, '0 seconds'],
    [0.9, '0 seconds'],
    [1, '1 second'],
    [61, '1 minute 1 second'],
    [120, '2 minutes'],
    [599, '9 minutes 59 seconds'],
    [600, '10 minutes'],
    [3599, '59 minutes'],
    [3600, '1 hour'],
    [3700, '1 hour 1 minute'],
    [86_399, '23 hours 59 minutes'],
    [90_000, '1 day 1 hour'],
    [604_800, '7 days'],
  ])('%d s is %s', (seconds, expected) => {
    expect(en.duration(seconds)).toBe(expected);
  });
});

test('a percentage never says 100 before everything is there', () => {
  expect(en.percent(0.9999)).toBe('99%');
  expect(en.percent(0.29)).toBe('29%');
  expect(en.percent(1)).toBe('100%');
});

/** In the zone of whoever reads it. */
const evening = new Date(2026, 2, 9, 18, 5, 7);
/** Some versions of the Unicode data put another space there. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

test('dates and times are those of the language', () => {
  expect([en.date(evening), en.dateTime(evening), en.time(evening)].map(plain)).toEqual([
    'Mar 9, 2026',
    'Mar 9, 2026, 6:05 PM',
    '6:05:07 PM',
  ]);
  expect([zh.date(evening), zh.dateTime(evening), zh.time(evening)]).toEqual([
    '2026年3月9日',
    '2026年3月9日 18:05',
    '18:05:07',
  ]);
  // With the name of the zone.
  expect(plain(en.exactTime(evening))).toMatch(/^Mar 9, 2026, 6:05:07 PM \S/);
  expect(zh.exactTime(evening)).toMatch(/18:05:07/);
});

test('numbers and lengths of time in Chinese', () => {
  expect([zh.number(1_234_567), zh.percent(0.5), zh.duration(3700), zh.duration(90_000)]).toEqual([
    '1,234,567',
    '50%',
    '1小时 1分钟',
    '1天 1小时',
  ]);
});
