/** One action on one folder, as a request has met it. */
export interface Right {
  /** `name/cos:DeleteObject`. */
  readonly action: string;
  /** The folder of the object, or the prefix that was listed: `''` or ends with `/`. */
  readonly folder: string;
}

/** What the bucket itself has said about the rights of one set of keys. Dies with them. */
export interface LearntRights {
  /** A request that needs this was served, or refused. True when that is news. */
  note(right: Right, wasGranted: boolean): boolean;
  isRefused(action: string, folder: string): boolean;
  /** The next request may try again. True when something was refused before. */
  forget(): boolean;
}

/** More would only cost memory: that something was served matters to the folders somebody is in. */
const MOST_GRANTED = 1000;

/**
 * [Note: Rights are learnt by folder] A policy speaks of prefixes, so what was refused for one object is taken to be
 * refused for its whole folder, and for no other: neither above nor below. A policy may also have conditions (a largest
 * size, a content type). So a refusal counts for nothing where the same action was served before, and one success later
 * takes it back.
 */
export function createLearntRights(): LearntRights {
  const granted = new Set<string>();
  const refused = new Set<string>();
  return {
    note({ action, folder }, wasGranted) {
      const id = idOf(action, folder);
      if (wasGranted) {
        if (granted.size >= MOST_GRANTED) granted.clear();
        granted.add(id);
        return refused.delete(id);
      }
      if (granted.has(id) || refused.has(id)) return false;
      refused.add(id);
      return true;
    },
    isRefused: (action, folder) => refused.has(idOf(action, folder)),
    forget() {
      const hadSome = refused.size > 0;
      refused.clear();
      return hadSome;
    },
  };
}

function idOf(action: string, folder: string): string {
  return JSON.stringify([action, folder]);
}
