/**
 * [Note: Who owns a staged file] Whoever writes it holds a lock of its name for as long as the file is in use; the
 * browser frees it when the page dies. A staged file without its lock is left over from a closed or crashed page.
 */
export function stagingLockName(fileName: string): string {
  return `beeline-staged-${fileName}`;
}

/** Holds the file's lock until the answered function is called; undefined when another page has it. */
export function holdStagedFile(fileName: string): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(stagingLockName(fileName), { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(undefined);
          return undefined;
        }
        return new Promise<void>((release) => resolve(release));
      })
      .catch(reject);
  });
}
