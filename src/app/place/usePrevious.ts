import { useState } from 'react';
import { DELIMITER, type Prefix } from '#cos/objectKey.ts';

/** The prefix shown before this one; undefined on the first. */
export function usePrevious(prefix: Prefix): Prefix | undefined {
  const [seen, setSeen] = useState<{ current: Prefix; previous?: Prefix }>({ current: prefix });
  if (seen.current === prefix) return seen.previous;
  setSeen({ current: prefix, previous: seen.current });
  return seen.current;
}

/** Going up, the keyboard lands on the folder one came from. */
export function childOnTheWay(prefix: Prefix, previous: Prefix | undefined): Prefix | undefined {
  if (previous === undefined || !previous.startsWith(prefix) || previous === prefix) return undefined;
  return previous.slice(0, previous.indexOf(DELIMITER, prefix.length) + 1);
}
