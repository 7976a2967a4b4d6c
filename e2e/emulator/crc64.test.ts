import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { crc64Combine, createCrc64 } from './crc64.ts';

async function crc64Of(...pieces: (string | Buffer)[]): Promise<string> {
  const crc = await createCrc64();
  for (const piece of pieces) crc.update(Buffer.from(piece));
  return crc.digest();
}

// The values printed in the COS documentation's examples (7749, 7741, 8287, 31551) and the catalogue check value.
const PUBLISHED: readonly [string, string][] = [
  ['', '0'],
  ['123456789', '11051210869376104954'],
  ['[Object Content]', '16749565679157681890'],
  ['[Object Part]', '4510578591875220731'],
  ['[Object Content Version 2]', '11596229263574363878'],
  ['[Chunked Content][2nd chunk][3rd chunk][4th chunk]', '7188322482464764960'],
  ['bcd', '385034036854231152'],
];

describe('CRC-64', () => {
  test.each(PUBLISHED)('%j is %s', async (text, expected) => {
    expect(await crc64Of(text)).toBe(expected);
  });

  test('pieces give the same value as the whole, and a used instance starts afresh', async () => {
    const whole = Buffer.alloc(1_048_576, 'a');
    expect(await crc64Of(whole)).toBe('6701094182323390671');
    expect(await crc64Of(whole.subarray(0, 1), whole.subarray(1, 99_999), whole.subarray(99_999))).toBe(
      '6701094182323390671',
    );
  });

  test('two running at once do not disturb each other', async () => {
    const [first, second] = [await createCrc64(), await createCrc64()];
    first.update(Buffer.from('[Object '));
    second.update(Buffer.from('bc'));
    first.update(Buffer.from('Content]'));
    second.update(Buffer.from('d'));
    expect([first.digest(), second.digest()]).toEqual(['16749565679157681890', '385034036854231152']);
  });
});

describe('combining', () => {
  test('the documented pair of parts gives the documented whole', () => {
    expect(crc64Combine('6701094182323390671', '385034036854231152', 3)).toBe('16459478348349099966');
  });

  test('nothing on either side changes nothing', () => {
    expect(crc64Combine('0', '385034036854231152', 3)).toBe('385034036854231152');
    expect(crc64Combine('385034036854231152', '0', 0)).toBe('385034036854231152');
  });

  test('many unequal parts, folded from the left, give the whole', async () => {
    const lengths = [1, 70_000, 3, 65_536, 8_191, 0, 250_007];
    const bytes = Buffer.alloc(lengths.reduce((sum, length) => sum + length, 0));
    for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 31 + (i >> 7)) % 256;
    let at = 0;
    let combined = '0';
    for (const length of lengths) {
      combined = crc64Combine(combined, await crc64Of(bytes.subarray(at, at + length)), length);
      at += length;
    }
    expect(combined).toBe(await crc64Of(bytes));
  });
});
