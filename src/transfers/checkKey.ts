import { isAddressable, keyByteLength, MAX_KEY_BYTES } from '#cos/objectKey.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import type { Failure } from '#lib/Failure.ts';

/** CAN, EM, SUB, ESC (COS documentation 13324). */
// oxlint-disable-next-line no-control-regex -- these are the characters it is about
const FORBIDDEN = /[\u0018-\u001b]/;

/** Why COS would refuse a new object of this key, or we could not address it. Asked before any request. */
export function checkKey(key: ObjectKey): Failure | undefined {
  const facts = { key };
  // A letter takes at most three bytes.
  const excess = key.length * 3 <= MAX_KEY_BYTES ? 0 : keyByteLength(key) - MAX_KEY_BYTES;
  if (excess > 0) {
    const message = `${excess} bytes over the ${MAX_KEY_BYTES} that a key may have`;
    return { kind: 'local', code: 'KeyTooLong', message, facts: { key, bytes: excess } };
  }
  if (/^[/\\]/.test(key)) {
    return { kind: 'local', code: 'KeyNotAllowed', message: 'a key must not begin with / or \\', facts };
  }
  if (FORBIDDEN.test(key)) {
    return { kind: 'local', code: 'KeyNotAllowed', message: 'a control character that COS forbids', facts };
  }
  if (!isAddressable(key)) {
    return { kind: 'local', code: 'UnsafeKey', message: 'its URL would name another object', facts };
  }
  return undefined;
}
