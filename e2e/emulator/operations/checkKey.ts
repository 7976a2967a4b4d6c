import { CosServiceError } from '../CosServiceError.ts';

const MAX_KEY_BYTES = 850;

/**
 * Refuses a key that cannot be written (COS documentation 13324): longer than 850 bytes of UTF-8, beginning with `/`
 * or `\`, or with one of the control characters 24–27.
 */
export function checkKey(key: string): void {
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new CosServiceError(400, 'KeyTooLong', `Your key is longer than ${MAX_KEY_BYTES} bytes.`);
  }
  // oxlint-disable-next-line no-control-regex -- these are the characters it is about
  if (/^[/\\]|[\u0018-\u001b]/.test(key)) {
    throw new CosServiceError(400, 'InvalidObjectName', 'The specified object name is not valid.');
  }
}
