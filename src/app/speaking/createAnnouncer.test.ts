import { expect, test } from 'vitest';
import { createAnnouncer } from './createAnnouncer.ts';

function setup() {
  let now = 0;
  let pending: { at: number; callback: () => void }[] = [];
  const announcer = createAnnouncer({
    setTimeout: (callback, delayMs) => pending.push({ at: now + delayMs, callback }),
    moreErrors: (count) => `${count} more errors`,
  });
  const alerts: string[] = [];
  announcer.store.subscribe(({ alert }, before) => {
    if (alert !== before.alert) alerts.push(`${now} ${alert}`);
  });
  return {
    announcer,
    /** What was said, each with its millisecond. */
    alerts,
    passTo: (moment: number) => {
      for (; now < moment; now += 1) {
        const due = pending.filter(({ at }) => at <= now);
        pending = pending.filter(({ at }) => at > now);
        for (const { callback } of due) callback();
      }
    },
  };
}

test('one error is said at once, a storm as a number every five seconds', () => {
  const { announcer, alerts, passTo } = setup();
  for (const name of ['a', 'b', 'c', 'd']) announcer.alert(`${name} failed`);
  passTo(4999);
  expect(alerts).toEqual(['0 a failed']);
  passTo(7000);
  announcer.alert('e failed');
  passTo(16_000);
  announcer.alert('f failed');
  passTo(30_000);
  expect(alerts).toEqual(['0 a failed', '5000 3 more errors', '10000 1 more errors', '16000 f failed']);
});

test('a thousand errors at once are two sentences', () => {
  const { announcer, alerts, passTo } = setup();
  for (let at = 0; at < 1000; at += 1) announcer.alert(`${at} failed`);
  passTo(60_000);
  expect(alerts).toEqual(['0 0 failed', '5000 999 more errors']);
});

test('the same words twice are still a change', () => {
  const { announcer } = setup();
  announcer.say('Copied');
  const first = announcer.store.getState().status;
  announcer.say('Copied');
  expect(announcer.store.getState().status).not.toBe(first);
});
