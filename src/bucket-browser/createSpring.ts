import type { Prefix } from '#cos/objectKey.ts';

/** How long something is held over a folder before the folder opens, in milliseconds. */
const SPRING_MS = 800;

/** Opens a folder that something is held over for a while, so that one drag reaches any depth. */
export interface Spring {
  /** What the mouse is over now; undefined for nothing that opens. Told again and again. */
  readonly over: (prefix: Prefix | undefined) => void;
}

export function createSpring(open: (prefix: Prefix) => void): Spring {
  let held: Prefix | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    over: (prefix) => {
      if (prefix === held) return;
      clearTimeout(timer);
      held = prefix;
      if (prefix !== undefined) timer = setTimeout(() => open(prefix), SPRING_MS);
    },
  };
}
