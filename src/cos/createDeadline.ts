/** A limit on silence and on the whole. */
export interface Deadline {
  /** Fires when either limit is passed. */
  readonly signal: AbortSignal;
  /** A byte came: the silence starts anew. */
  touch(): void;
  /** The work ended; no timer is left. */
  stop(): void;
}

/** `firstMs`: how long the first byte may take. */
export function createDeadline(idleMs: number, totalMs: number, firstMs = idleMs): Deadline {
  const controller = new AbortController();
  const expire = (): void => controller.abort();
  const total = setTimeout(expire, totalMs);
  let idle = setTimeout(expire, firstMs);
  return {
    signal: controller.signal,
    touch() {
      clearTimeout(idle);
      idle = setTimeout(expire, idleMs);
    },
    stop() {
      clearTimeout(idle);
      clearTimeout(total);
    },
  };
}
