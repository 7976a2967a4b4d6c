import { describe, expect, test } from 'vitest';
import type { Failure } from '#lib/Failure.ts';
import { callWithRetries } from './callWithRetries.ts';
import { CosError } from './CosError.ts';
import { serviceFailure } from './testing/serviceFailure.ts';

/** A call that fails with these, in turn, and then answers `done`. */
function scripted(...failures: readonly Failure[]) {
  const waits: number[] = [];
  let made = 0;
  const call = (): Promise<string> => {
    const failure = failures[made];
    made += 1;
    return failure ? Promise.reject(new CosError(failure)) : Promise.resolve('done');
  };
  const options = {
    random: () => 1,
    wait: (ms: number) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
  return { call, options, waits, count: () => made };
}

describe('callWithRetries', () => {
  test('waits between tries of something that heals', async () => {
    const script = scripted(serviceFailure('SlowDown'), serviceFailure('InternalError'));
    expect(await callWithRetries(script.call, script.options)).toBe('done');
    expect(script.waits).toEqual([500, 1000]);
  });

  test('renews keys once and at once', async () => {
    const script = scripted(serviceFailure('ExpiredToken'));
    expect(await callWithRetries(script.call, script.options)).toBe('done');
    expect(script.waits).toEqual([]);
    const withdrawn = scripted(serviceFailure('ExpiredToken'), serviceFailure('ExpiredToken'));
    await expect(callWithRetries(withdrawn.call, withdrawn.options)).rejects.toMatchObject({
      failure: { code: 'AccessWithdrawn' },
    });
    expect(withdrawn.count()).toBe(2);
  });

  test('a refusal is told as it came', async () => {
    const script = scripted(serviceFailure('NoSuchKey'));
    await expect(callWithRetries(script.call, script.options)).rejects.toMatchObject({
      failure: { code: 'NoSuchKey' },
    });
    expect(script.count()).toBe(1);
  });

  test('stops after four tries', async () => {
    const script = scripted(...Array.from({ length: 9 }, () => serviceFailure('SlowDown')));
    await expect(callWithRetries(script.call, script.options)).rejects.toMatchObject({ failure: { code: 'SlowDown' } });
    expect(script.count()).toBe(4);
  });

  test('an abort during the wait ends it', async () => {
    const script = scripted(serviceFailure('SlowDown'));
    const abort = new AbortController();
    const calling = callWithRetries(script.call, { random: () => 1, signal: abort.signal });
    abort.abort();
    await expect(calling).rejects.toBe(abort.signal.reason);
    expect(script.count()).toBe(1);
  });
});
