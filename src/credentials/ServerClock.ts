/** Time as the bucket sees it: every signature, link and countdown uses this clock, never `Date.now()`. */
export interface ServerClock {
  /** Milliseconds since 1970 by the server's clock. */
  now(): number;
  /** Learn from a `Date` header or `<ServerTime>` (one-second resolution); the newest wins when it differs by > 2 s. */
  observe(serverTime: Date): void;
  /**
   * Keys were handed out just now, so the server's time lies between these two (endpoints cache keys, so it may be
   * anywhere between). Believed only until the bucket itself was observed.
   */
  bound?(earliest: Date | undefined, latest: Date): void;
  /** Server minus this machine, in milliseconds. */
  readonly offsetMs: number;
}
