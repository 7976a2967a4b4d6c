import { expect, test } from 'vitest';
import { createTurnstile } from './createTurnstile.ts';

/** Work that ends when the test says so. */
function startWork(turnstile: ReturnType<typeof createTurnstile>, log: string[], name: string, signal?: AbortSignal) {
  let end: (() => void) | undefined;
  let fail: (() => void) | undefined;
  const ending = new Promise<string>((resolve, reject) => {
    end = () => resolve(name);
    fail = () => reject(new Error(name));
  });
  const done = turnstile(() => {
    log.push(name);
    return ending;
  }, signal);
  return { done, end, fail };
}

test('so many at once, the others in their order, and a failure gives its place back', async () => {
  const turnstile = createTurnstile(2);
  const log: string[] = [];
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => startWork(turnstile, log, name));
  await Promise.resolve();
  expect(log).toEqual(['a', 'b']);
  b?.fail?.();
  await expect(b?.done).rejects.toThrow('b');
  a?.end?.();
  expect(await a?.done).toBe('a');
  await Promise.resolve();
  expect(log).toEqual(['a', 'b', 'c', 'd']);
  c?.end?.();
  d?.end?.();
  expect(await d?.done).toBe('d');
});

test('what is given up while it waits never begins, and holds nobody up', async () => {
  const turnstile = createTurnstile(1);
  const log: string[] = [];
  const controller = new AbortController();
  const first = startWork(turnstile, log, 'first');
  const givenUp = startWork(turnstile, log, 'given up', controller.signal);
  const last = startWork(turnstile, log, 'last');
  controller.abort();
  await expect(givenUp.done).rejects.toBe(controller.signal.reason);
  first.end?.();
  await first.done;
  last.end?.();
  expect(await last.done).toBe('last');
  expect(log).toEqual(['first', 'last']);
});
