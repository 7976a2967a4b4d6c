import type { Timers } from '../Timers.ts';

/** A clock that stands still until a test moves it. Promises are given their turns in between. */
export class VirtualTime implements Timers {
  private nowMs = Date.UTC(2026, 0, 1);
  private readonly due = new Map<number, { readonly at: number; readonly callback: () => void }>();
  private handles = 0;
  private readonly turns: number;

  /** @param turns of the event loop that pending work gets; real blobs take several to be read, nothing else more than one */
  constructor(turns = 6) {
    this.turns = turns;
  }

  readonly now = (): number => this.nowMs;

  readonly setTimeout = (callback: () => void, delayMs: number): number => {
    const handle = (this.handles += 1);
    this.due.set(handle, { at: this.nowMs + Math.max(0, delayMs), callback });
    return handle;
  };

  readonly clearTimeout = (handle: number | object): void => {
    this.due.delete(handle as number);
  };

  /** Moves on by `ms`, running every timer at its moment. */
  async pass(ms: number): Promise<void> {
    const end = this.nowMs + ms;
    await this.settle();
    for (let next = this.earliest(end); next !== undefined; next = this.earliest(end)) {
      const [handle, { at, callback }] = next;
      this.due.delete(handle);
      this.nowMs = at;
      callback();
      await this.settle();
    }
    this.nowMs = end;
    await this.settle();
  }

  /** The machine sleeps: the clock goes on and timers stand still, so none is due sooner for it. */
  sleep(ms: number): void {
    this.nowMs += ms;
    for (const [handle, { at, callback }] of this.due) this.due.set(handle, { at: at + ms, callback });
  }

  /** Lets every promise that can move on do so, time standing still. Blob reads take turns of the event loop too. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < this.turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  private earliest(end: number): [number, { at: number; callback: () => void }] | undefined {
    let found: [number, { at: number; callback: () => void }] | undefined;
    for (const entry of this.due) {
      if (entry[1].at <= end && (!found || entry[1].at < found[1].at)) found = entry;
    }
    return found;
  }
}
