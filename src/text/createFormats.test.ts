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
