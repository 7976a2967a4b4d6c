import { describe, expect, test } from 'vitest';
import { createLanes, type Lane } from './lanes.ts';

const A = 'https://a.example';
const B = 'https://b.example';

describe('lanes', () => {
  test('one lane of a single origin stays free for a click', async () => {
    const lanes = createLanes({ lanesPerOrigin: 3 });
    await lanes.acquire([A], 'transfer');
    await lanes.acquire([A], 'transfer');
    const order: string[] = [];
    const note = (name: string) => (lane: Lane) => {
      order.push(name);
      return lane;
    };
    const third = lanes.acquire([A], 'transfer').then(note('transfer'));
    const click = await lanes.acquire([A], 'interactive').then(note('click'));
    expect(order).toEqual(['click']);
    expect(lanes.freeLanes(A)).toBe(0);
    click.release();
    const secondClick = await lanes.acquire([A], 'interactive').then(note('click'));
    secondClick.release();
    expect(order).toEqual(['click', 'click']);
    expect(await Promise.race([third, Promise.resolve('still waiting')])).toBe('still waiting');
  });

  test('the lane kept free is at the first origin, where the clicks of every tab go; requests spill over to the second', async () => {
    const lanes = createLanes({ lanesPerOrigin: 2 });
    const got = await Promise.all([1, 2, 3].map(() => lanes.acquire([A, B], 'transfer')));
    expect(got.map((lane) => lane.origin)).toEqual([A, B, B]);
    expect(lanes.freeLanes(A)).toBe(1);
    expect((await lanes.acquire([A, B], 'interactive')).origin).toBe(A);
  });

  test('waiters are served clicks first, then bytes, then thumbnails', async () => {
    const lanes = createLanes({ lanesPerOrigin: 1, reservedForInteractive: 0 });
    const first = await lanes.acquire([A], 'transfer');
    const order: string[] = [];
    const visit = async (priority: 'background' | 'transfer' | 'interactive'): Promise<void> => {
      const lane = await lanes.acquire([A], priority);
      order.push(priority);
      lane.release();
    };
    const visits = [visit('background'), visit('transfer'), visit('interactive')];
    first.release();
    await Promise.all(visits);
    expect(order).toEqual(['interactive', 'transfer', 'background']);
  });

  test('a waiter that gives up leaves nothing behind, and a double release frees one lane only', async () => {
    const lanes = createLanes({ lanesPerOrigin: 1, reservedForInteractive: 0 });
    const held = await lanes.acquire([A], 'transfer');
    const abort = new AbortController();
    const waiting = lanes.acquire([A], 'transfer', abort.signal);
    abort.abort();
    await expect(waiting).rejects.toBe(abort.signal.reason);
    held.release();
    held.release();
    expect(lanes.freeLanes(A)).toBe(1);
    await expect(lanes.acquire([A], 'transfer', abort.signal)).rejects.toBe(abort.signal.reason);
    expect(lanes.freeLanes(A)).toBe(1);
  });
});
