interface Entry {
  readonly name: string;
  readonly mode: LockMode;
  readonly grant: (lock: Lock | null) => void;
  readonly steal: () => void;
}

/** `navigator.locks` of all tabs of a test, as the Web Locks specification has it; answers come in a later task. */
export class MemoryLockManager implements LockManager {
  private readonly held = new Set<Entry>();
  private readonly queue = new Set<Entry>();

  // The specification's two forms in one; the last argument is the callback.
  request<T>(name: string, ...rest: readonly unknown[]): Promise<T> {
    const callback = rest.at(-1) as (lock: Lock | null) => T;
    const options = (rest.length > 1 ? rest[0] : {}) as LockOptions;
    const { mode = 'exclusive', ifAvailable = false, steal = false, signal } = options;
    return new Promise((resolve, reject) => {
      const entry: Entry = {
        name,
        mode,
        grant: (lock) =>
          void setImmediate(() => {
            Promise.resolve(callback(lock))
              .then(resolve, reject)
              .finally(() => {
                if (this.held.delete(entry)) this.serve();
              });
          }),
        steal: () => {
          this.held.delete(entry);
          setImmediate(() => reject(new DOMException('stolen', 'AbortError')));
        },
      };
      if (steal) {
        for (const other of this.held) if (other.name === name) other.steal();
        this.hold(entry);
      } else if (!this.isBlocked(entry)) this.hold(entry);
      else if (ifAvailable) entry.grant(null);
      else this.queue.add(entry);
      signal?.addEventListener('abort', () => {
        if (this.queue.delete(entry)) reject(signal.reason as Error);
        this.serve();
      });
    });
  }

  query(): Promise<LockManagerSnapshot> {
    return Promise.resolve({ held: Array.from(this.held, ({ name, mode }) => ({ name, mode })), pending: [] });
  }

  /** By what is held, and by whoever asked before. */
  private isBlocked(entry: Entry): boolean {
    const isInTheWay = (other: Entry): boolean =>
      other.name === entry.name && (other.mode === 'exclusive' || entry.mode === 'exclusive');
    for (const other of this.held) if (isInTheWay(other)) return true;
    for (const other of this.queue) {
      if (other === entry) return false;
      if (other.name === entry.name) return true;
    }
    return false;
  }

  private hold(entry: Entry): void {
    this.held.add(entry);
    entry.grant({ name: entry.name, mode: entry.mode });
  }

  private serve(): void {
    for (const entry of this.queue) {
      if (this.isBlocked(entry)) continue;
      this.queue.delete(entry);
      this.hold(entry);
    }
  }
}
