import * as fc from 'fast-check';
import { createCRC64 } from 'hash-wasm';
import { describe, expect, test } from 'vitest';
import { crc64Combine, crc64CombineAll } from './crc64Combine.ts';

const crc = await createCRC64();

function crc64Of(bytes: Uint8Array): string {
  return BigInt(`0x${crc.init().update(bytes).digest('hex')}`).toString();
}

describe('crc64Combine', () => {
  test('agrees with the published example: 1 MiB of "a" followed by "bcd"', () => {
    expect(crc64Combine('6701094182323390671', '385034036854231152', 3)).toBe('16459478348349099966');
  });

  test('nothing before or after changes nothing', () => {
    expect(crc64Combine('11051210869376104954', '0', 0)).toBe('11051210869376104954');
    expect(crc64Combine('0', '11051210869376104954', 9)).toBe('11051210869376104954');
    expect(crc64CombineAll([])).toBe('0');
  });

  test('equals the checksum of the joined bytes, however they are cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.array(fc.nat(400), { maxLength: 6 }), (bytes, cuts) => {
        const edges = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).toSorted((a, b) => a - b), bytes.length];
        const parts = edges.slice(1).map((end, index) => {
          const piece = bytes.subarray(edges[index], end);
          return { crc64: crc64Of(piece), sizeBytes: piece.length };
        });
        expect(crc64CombineAll(parts)).toBe(crc64Of(bytes));
      }),
    );
  });

  test('10,000 equal parts take a moment, not minutes', () => {
    const parts = Array.from({ length: 10_000 }, () => ({ crc64: '6701094182323390671', sizeBytes: 1_048_576 }));
    expect(crc64CombineAll(parts.slice(0, 2))).toBe(
      crc64Combine('6701094182323390671', '6701094182323390671', 1_048_576),
    );
    expect(crc64CombineAll(parts)).toMatch(/^\d+$/);
  });
});
