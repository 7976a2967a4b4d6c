/**
 * A window that slides: at most `limit` passes per minute and caller.
 *
 * @returns Seconds to wait, or 0 when this one may pass.
 */
export function createRateLimit(limit: number, now: () => number): (caller: string) => number {
  const passes = new Map<string, number[]>();
  return (caller) => {
    const at = now();
    const recent = (passes.get(caller) ?? []).filter((time) => at - time < 60_000);
    passes.set(caller, recent);
    const oldest = recent[0];
    if (oldest !== undefined && recent.length >= limit) return Math.ceil((oldest + 60_000 - at) / 1000);
    recent.push(at);
    return 0;
  };
}
