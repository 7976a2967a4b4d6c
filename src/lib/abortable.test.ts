import { describe, expect, test } from 'vitest';
import { abortable } from './abortable.ts';
import { wait } from './wait.ts';

describe('abortable', () => {
  test('one caller stops, the other gets the value', async () => {
    let resolve: ((value: string) => void) | undefined;
    const promise = new Promise<string>((settle) => {
      resolve = settle;
    });
    const abort = new AbortController();
    const impatient = abortable(promise, abort.signal);
    const patient = abortable(promise, new AbortController().signal);
    abort.abort();
    await expect(impatient).rejects.toBe(abort.signal.reason);
    resolve?.('value');
    await expect(patient).resolves.toBe('value');
  });

  test('a signal that fired before is obeyed at once', async () => {
    const signal = AbortSignal.abort();
    await expect(abortable(new Promise(() => {}), signal)).rejects.toBe(signal.reason);
  });
});

describe('wait', () => {
  test('ends early with the reason of the signal', async () => {
    const abort = new AbortController();
    const waiting = wait(60_000, abort.signal);
    abort.abort();
    await expect(waiting).rejects.toBe(abort.signal.reason);
  });
});
