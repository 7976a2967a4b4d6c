import { DELIMITER, type ObjectKey, type Prefix } from '#cos/objectKey.ts';

/** The prefix whose listing tells about a key: the dropped folder's own, for everything below one. */
export function lookUpPrefix(target: Prefix, key: ObjectKey): Prefix {
  return key.slice(0, key.indexOf(DELIMITER, target.length) + 1) || target;
}
