import { beforeEach, expect, test } from 'vitest';
import { createEndNotifier, type NotificationSource } from './createEndNotifier.ts';

let permission: NotificationPermission;
let answer: NotificationPermission;
let asked: number;
let shown: string[];
let isHidden: boolean;
let wanted: string | undefined;

beforeEach(() => {
  permission = 'default';
  answer = 'granted';
  asked = 0;
  shown = [];
  isHidden = true;
  wanted = undefined;
});

function start(more: Partial<NotificationSource> = {}, isThere = true) {
  const source: NotificationSource = {
    permission: () => permission,
    requestPermission: async () => {
      asked += 1;
      permission = answer;
      return answer;
    },
    show: (_title, body) => shown.push(body),
    ...more,
  };
  const wish = {
    read: () => wanted,
    write: (value: string | undefined) => {
      wanted = value;
    },
  };
  return createEndNotifier({ source: isThere ? source : undefined, wish, isHidden: () => isHidden });
}

test('nobody is asked and nothing is shown until the person switches it on', async () => {
  const { store, toggle, ended } = start();
  ended('11 done');
  expect([store.getState(), asked, shown]).toEqual(['off', 0, []]);
  expect(await toggle()).toBe('on');
  expect(asked).toBe(1);
  ended('11 done, 1 failed');
  expect(shown).toEqual(['11 done, 1 failed']);
});

test('a page that is seen says it by itself', async () => {
  const { toggle, ended } = start();
  await toggle();
  isHidden = false;
  ended('11 done');
  expect(shown).toEqual([]);
});

test('the wish holds for the next visit, and can be taken back without asking again', async () => {
  await start().toggle();
  const next = start();
  expect(next.store.getState()).toBe('on');
  expect(await next.toggle()).toBe('off');
  next.ended('11 done');
  expect([asked, shown]).toEqual([1, []]);
  expect(start().store.getState()).toBe('off');
});

test('a refusal of the browser is shown as such', async () => {
  answer = 'denied';
  const { toggle, ended } = start();
  expect(await toggle()).toBe('blocked');
  ended('11 done');
  expect(shown).toEqual([]);
});

test('a browser that cannot is left alone', async () => {
  const none = start({}, false);
  expect(none.store.getState()).toBe('missing');
  expect(await none.toggle()).toBe('missing');
  permission = 'granted';
  wanted = 'yes';
  const throws = start({
    show: () => {
      throw new TypeError('Illegal constructor');
    },
  });
  throws.ended('11 done');
  expect(throws.store.getState()).toBe('missing');
});
