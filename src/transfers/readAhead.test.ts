import { expect, test } from 'vitest';
import { readAhead } from './readAhead.ts';

async function* numbers(count: number, asked: number[], failsAt = Infinity): AsyncGenerator<number> {
  for (let n = 1; n <= count; n += 1) {
    if (n === failsAt) throw new Error('broken');
    asked.push(n);
    yield n;
  }
}

test('keeps a few pages ready and never more', async () => {
  const asked: number[] = [];
  const read: number[] = [];
  const pages = readAhead(numbers(9, asked), 3, (page) => read.push(page));
  await expect.poll(() => asked).toEqual([1, 2, 3]);
  expect(await pages.next()).toBe(1);
  await expect.poll(() => asked).toEqual([1, 2, 3, 4]);
  const rest: (number | undefined)[] = [];
  do rest.push(await pages.next());
  while (rest.at(-1) !== undefined);
  expect(rest).toEqual([2, 3, 4, 5, 6, 7, 8, 9, undefined]);
  expect(read).toEqual(asked);
});

test('a source that breaks is an error after the pages before it, every time', async () => {
  const pages = readAhead(numbers(9, [], 2), 3, () => undefined);
  expect(await pages.next()).toBe(1);
  await expect(pages.next()).rejects.toThrow('broken');
  await expect(pages.next()).rejects.toThrow('broken');
});

test('stopped, it reads no further', async () => {
  const asked: number[] = [];
  const pages = readAhead(numbers(9, asked), 2, () => undefined);
  await expect.poll(() => asked.length).toBe(2);
  pages.stop();
  expect([await pages.next(), await pages.next(), await pages.next()]).toEqual([1, 2, undefined]);
  expect(asked).toEqual([1, 2]);
});
