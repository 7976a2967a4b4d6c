import { DELIMITER, isAddressable, keyByteLength, MAX_KEY_BYTES, type ObjectKey } from '#cos/objectKey.ts';
import type { Failure } from '#lib/Failure.ts';
import { isWholeFolder, type OperationRoot } from './OperationState.ts';

/** Where an object of this root goes: what stands behind the root's name stays. */
export function targetOf({ from, to = '' }: OperationRoot, key: ObjectKey): ObjectKey {
  return from.endsWith(DELIMITER) ? to + key.slice(from.length) : to;
}

/** Why nothing can be written under this key; undefined when it can (COS documentation 13324). */
export function targetProblem(key: ObjectKey): Failure | undefined {
  const facts = { key, operation: 'CopyObject' };
  const bytesOver = keyByteLength(key) - MAX_KEY_BYTES;
  if (bytesOver > 0) {
    return {
      kind: 'local',
      code: 'KeyTooLong',
      message: 'The new name is too long',
      facts: { ...facts, bytes: bytesOver },
    };
  }
  if (/^[/\\]/.test(key) || hasForbiddenControl(key)) {
    return { kind: 'local', code: 'KeyNotAllowed', message: 'The new name is not allowed', facts };
  }
  if (!isAddressable(key)) return { kind: 'local', code: 'UnsafeKey', message: 'No URL can name it', facts };
  return undefined;
}

/** True when a folder would be put into itself, or onto its own place: such a copy would never end. */
export function goesIntoItself(root: OperationRoot): boolean {
  const { from, to = '' } = root;
  return from === to || (isWholeFolder(root) && to.startsWith(from));
}

/** CAN, EM, SUB and ESC, which COS refuses in keys. */
function hasForbiddenControl(text: string): boolean {
  return Array.from(text).some((letter) => letter >= '\u0018' && letter <= '\u001b');
}
