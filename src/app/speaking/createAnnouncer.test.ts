import { expect, test } from 'vitest';
import { createAnnouncer } from './createAnnouncer.ts';

function setup() {
  let pending: (() => void)[] = [];
  const announcer = createAnnouncer({
    setTimeout: (callback) => pending.push(callback),
    moreErrors: (count) => `${count} more errors`,
  });
  return {
    announcer,
    pass: () => {
      const due = pending;
      pending = [];
      for (const callback of due) callback();
    },
  };
}

test('one error is said at once, a storm as a number', () => {
  const { announcer, pass } = setup();
  const said = () => announcer.store.getState().alert;
  announcer.alert('a failed');
  announcer.alert('b failed');
  announcer.alert('c failed');
  expect(said()).toBe('a failed');
  pass();
  expect(said()).toBe('2 more errors');
  pass();
  announcer.alert('d failed');
  expect(said()).toBe('d failed');
});

test('the same words twice are still a change', () => {
  const { announcer } = setup();
  announcer.say('Copied');
  const first = announcer.store.getState().status;
  announcer.say('Copied');
  expect(announcer.store.getState().status).not.toBe(first);
});
