import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWebLocks } from './createWebLocks.ts';
import { MemoryLockManager } from './testing/MemoryLockManager.ts';
import type { HeldLock, WriterLocks } from './WriterLocks.ts';

const signal = new AbortController().signal;
const nothing = (): void => undefined;
const brief = { signal, steal: false, isBrief: true, onWait: nothing };

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await tick();
}

interface Browser {
  readonly locks: MemoryLockManager;
  readonly openTab: () => WriterLocks;
  /** Requests of locks so far. */
  readonly asked: () => number;
}

function openBrowser(): Browser {
  let asked = 0;
  const locks = new MemoryLockManager();
  const request = locks.request.bind(locks);
  locks.request = (name: string, ...rest: readonly unknown[]) => {
    asked += 1;
    return request(name, ...rest);
  };
  const tabs: EventTarget[] = [];
  const openTab = (): WriterLocks => {
    const tab = new EventTarget();
    tabs.push(tab);
    const postMessage = (): void => {
      for (const other of tabs) if (other !== tab) setImmediate(() => other.dispatchEvent(new Event('message')));
    };
    return createWebLocks(locks, () => Object.assign(tab, { postMessage }));
  };
  return { locks, openTab, asked: () => asked };
}

test('alone, a thousand brief locks cost one', async () => {
  const { openTab, asked } = openBrowser();
  const tab = openTab();
  let last = await tab.acquire('0', brief);
  for (let n = 1; n < 1000; n += 1) {
    const next = await tab.acquire(`${n}`, brief);
    last.release();
    last = next;
  }
  expect(asked()).toBe(1);
});

test('what a tab that was alone has under way is locked before another tab gets in', async () => {
  const { openTab, locks } = openBrowser();
  const [first, second] = [openTab(), openTab()];
  const own = await first.acquire('a', brief);
  let hasWaited = false;
  let other: HeldLock | undefined;
  void second.acquire('a', { ...brief, onWait: () => (hasWaited = true) }).then((lock) => (other = lock));
  const elsewhere = await second.acquire('b', brief);
  await settle();
  expect([hasWaited, other]).toEqual([true, undefined]);
  own.release();
  await settle();
  expect(other?.lost.aborted).toBe(false);
  other?.release();
  elsewhere.release();
  await settle();
  expect((await locks.query()).held).toEqual([]);
});

test('one tab does not write a name twice at once either', async () => {
  const tab = openBrowser().openTab();
  const own = await tab.acquire('a', brief);
  let second: HeldLock | undefined;
  void tab.acquire('a', { ...brief, isBrief: false }).then((lock) => (second = lock));
  await settle();
  expect(second).toBeUndefined();
  own.release();
  await settle();
  expect(second).toBeDefined();
});

test('a tab that never answers loses everything to the one whose person takes over', async () => {
  const { openTab, locks } = openBrowser();
  // It is alone in the club, and its channel is dead.
  const deaf = createWebLocks(locks, () => ({ postMessage: nothing, addEventListener: nothing }));
  const lost = await deaf.acquire('a', brief);
  const tab = openTab();
  const waiting = new AbortController();
  const refused = tab.acquire('a', { ...brief, signal: waiting.signal }).catch(() => 'gave up');
  await settle();
  waiting.abort();
  expect(await refused).toBe('gave up');
  const taken = await tab.acquire('a', { ...brief, steal: true });
  await settle();
  expect([lost.lost.aborted, taken.lost.aborted]).toEqual([true, false]);
});

test('no name ever has two writers, whatever several tabs do in whatever order', async () => {
  const step = fc.record({
    tab: fc.nat(2),
    name: fc.constantFrom('a', 'b'),
    act: fc.constantFrom('brief', 'brief', 'long', 'release', 'release', 'steal', 'give up'),
    pause: fc.nat(3),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { openTab, locks } = openBrowser();
      const tabs = [openTab(), openTab(), openTab()];
      const writing = new Set<{ name: string; lock: HeldLock }>();
      const waiting = new Set<AbortController>();
      const check = (): void => {
        for (const name of ['a', 'b']) {
          const now = [...writing].filter((held) => held.name === name && !held.lock.lost.aborted);
          expect(now.length).toBeLessThanOrEqual(1);
        }
      };
      let hasStolen = false;
      for (const { tab, name, act, pause } of steps) {
        const [oldest] = act === 'give up' ? waiting : [];
        const [held] = act === 'release' ? writing : [];
        oldest?.abort();
        if (held) {
          writing.delete(held);
          held.lock.release();
        }
        if (act === 'brief' || act === 'long' || act === 'steal') {
          const abort = new AbortController();
          waiting.add(abort);
          tabs[tab]
            ?.acquire(name, { signal: abort.signal, steal: act === 'steal', isBrief: act !== 'long', onWait: nothing })
            .then((lock) => writing.add({ name, lock }))
            .catch(nothing)
            .finally(() => waiting.delete(abort));
        }
        for (let turn = 0; turn < pause; turn += 1) await tick();
        // Who loses something by force hears of it a moment later; until then there may be two.
        hasStolen ||= act === 'steal';
        if (!hasStolen) check();
      }
      // Nothing hangs: everybody gets in once the others leave, and in the end no lock is held.
      for (let round = 0; round < 2 * steps.length + 2; round += 1) {
        await settle();
        check();
        for (const held of writing) held.lock.release();
        writing.clear();
      }
      expect(waiting.size).toBe(0);
      await settle();
      expect((await locks.query()).held).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
