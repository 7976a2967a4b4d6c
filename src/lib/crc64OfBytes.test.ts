import * as fc from 'fast-check';
import { createCRC64 } from 'hash-wasm';
import { expect, test } from 'vitest';
import { crc64OfBytes } from './crc64OfBytes.ts';

test.each([
  ['', '0'],
  ['123456789', '11051210869376104954'],
  ['bcd', '385034036854231152'],
  ['a'.repeat(1024 * 1024), '6701094182323390671'],
])('the published value of %.9s', (text, crc64) => {
  expect(crc64OfBytes(new TextEncoder().encode(text))).toBe(crc64);
});

test('agrees with the checksum worker’s arithmetic on any bytes', async () => {
  const other = await createCRC64();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const expected = BigInt(`0x${other.init().update(bytes).digest('hex')}`).toString();
      expect(crc64OfBytes(bytes)).toBe(expected);
    }),
  );
});
