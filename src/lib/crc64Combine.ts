/**
 * CRC-64 of `a` followed by `b` from the CRCs of both, without their bytes: what turns the checksums of parts
 * sent in parallel into the checksum of the whole object.
 *
 * CRC-64/XZ: reflected ECMA-182 polynomial, all ones in and out, as `x-cos-hash-crc64ecma` has it (COS
 * documentation 7749). Values are unsigned decimal text, because they exceed 2^53.
 *
 * A CRC is a polynomial over GF(2) modulo P, so appending `n` bytes multiplies by x^(8n) mod P. That power
 * depends only on the length, and parts of one file share theirs, so it is remembered.
 */
export function crc64Combine(crcA: string, crcB: string, lengthOfB: number): string {
  if (lengthOfB === 0) return crcA;
  return (multiply(powerOfByteShift(lengthOfB), BigInt(crcA)) ^ BigInt(crcB)).toString();
}

/** CRC-64 of parts laid end to end; `'0'`, the CRC of nothing, for none. */
export function crc64CombineAll(parts: Iterable<{ readonly crc64: string; readonly sizeBytes: number }>): string {
  let whole = '0';
  for (const part of parts) whole = crc64Combine(whole, part.crc64, part.sizeBytes);
  return whole;
}

/** 0x42F0E1EBA9EA3693 with its bits reversed: bit 63 is the coefficient of x^0. */
const POLYNOMIAL = 0xc96c5795d7870f42n;
const ONE = 1n << 63n;
const BYTE_SHIFT = 1n << 55n; // x^8
const REMEMBERED = 64;

const powers = new Map<number, bigint>();

function powerOfByteShift(length: number): bigint {
  const known = powers.get(length);
  if (known !== undefined) return known;
  let power = ONE;
  let square = BYTE_SHIFT;
  for (let rest = length; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = multiply(square, power);
    square = multiply(square, square);
  }
  if (powers.size >= REMEMBERED) powers.clear();
  powers.set(length, power);
  return power;
}

/** a · b mod P, both reflected. */
function multiply(a: bigint, b: bigint): bigint {
  let product = 0n;
  let shifted = b;
  for (let mask = ONE; mask !== 0n; mask >>= 1n) {
    if ((a & mask) !== 0n) product ^= shifted;
    shifted = (shifted & 1n) === 0n ? shifted >> 1n : (shifted >> 1n) ^ POLYNOMIAL;
  }
  return product;
}
