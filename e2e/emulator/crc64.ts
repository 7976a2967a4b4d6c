import { createCRC64, type IHasher } from 'hash-wasm';

/** Streaming CRC-64 of the kind COS reports in `x-cos-hash-crc64ecma` (COS documentation 40334: CRC-64/XZ). */
export interface Crc64 {
  update(bytes: Uint8Array): void;
  /** Unsigned decimal text, as on the wire: it does not fit a number. Ends this instance. */
  digest(): string;
}

/** Each wasm instance holds its own memory, so finished ones are used again. */
const idle: IHasher[] = [];

/** `const crc = await createCrc64(); crc.update(bytes); crc.digest()` */
export async function createCrc64(): Promise<Crc64> {
  const hasher = idle.pop() ?? (await createCRC64());
  hasher.init();
  let finished: string | undefined;
  return {
    update: (bytes) => {
      if (finished !== undefined) throw new Error('This CRC-64 was already read.');
      hasher.update(bytes);
    },
    digest: () => {
      if (finished === undefined) {
        finished = BigInt(`0x${hasher.digest('hex')}`).toString();
        idle.push(hasher);
      }
      return finished;
    },
  };
}

/** ECMA-182 polynomial, bits reflected: the lowest bit is the highest power of x. */
const POLYNOMIAL = 0xc96c5795d7870f42n;
const ONE = 1n << 63n;

/** a · b modulo the polynomial, both reflected. */
function multiply(a: bigint, b: bigint): bigint {
  let product = 0n;
  let shifted = b;
  for (let bit = ONE; bit !== 0n; bit >>= 1n) {
    if ((a & bit) !== 0n) product ^= shifted;
    shifted = (shifted & 1n) === 0n ? shifted >> 1n : (shifted >> 1n) ^ POLYNOMIAL;
  }
  return product;
}

/** x^(8·2^k) for k = 0 … 52: the powers of which every whole number of bytes is made. */
const BYTE_POWERS: readonly bigint[] = (() => {
  const powers = [1n << 55n];
  while (powers.length < 53) {
    const last = powers.at(-1) ?? ONE;
    powers.push(multiply(last, last));
  }
  return powers;
})();

let lastLength = 0;
let lastPower = ONE;

/** x^(8·length). Parts of one upload have the same length, so the last answer is kept. */
function powerOfBytes(length: number): bigint {
  if (length === lastLength) return lastPower;
  let power = ONE;
  let rest = length;
  for (const bytePower of BYTE_POWERS) {
    if (rest < 1) break;
    if (rest % 2 === 1) power = multiply(power, bytePower);
    rest = Math.floor(rest / 2);
  }
  lastLength = length;
  lastPower = power;
  return power;
}

/**
 * The CRC-64 of A followed by B, from their CRCs and B's length, as zlib's `crc32_combine` does it.
 *
 * @param a decimal CRC of the first bytes
 * @param b decimal CRC of the bytes that follow
 * @param lengthB how many bytes `b` covers
 */
export function crc64Combine(a: string, b: string, lengthB: number): string {
  return (multiply(BigInt(a), powerOfBytes(lengthB)) ^ BigInt(b)).toString();
}
