import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUCKET, startTestCos, type TestCos } from '../testing/startTestCos.ts';
import { readPng, scalePng, writePng } from './scalePng.ts';

let running: TestCos;
/** Left half black, right half white. */
const wide = writePng({
  width: 40,
  height: 20,
  channels: 3,
  data: Uint8Array.from({ length: 40 * 20 * 3 }, (_, at) => (at % 120 < 60 ? 0 : 255)),
});

beforeAll(async () => {
  running = await startTestCos();
  await running.cos.control.putObject(BUCKET, 'wide.png', wide);
  await running.cos.control.putObject(BUCKET, 'a.jpg', Buffer.from('ffd8ffe0', 'hex'));
  await running.cos.control.putObject(BUCKET, 'a.png', Buffer.from('no picture'));
});
afterAll(() => running.cos.close());

/** Signed by hand over the operation's name, as every parameter is. */
async function made(key: string, process: string) {
  return running.ask({ key, query: { [process]: '' } });
}

test.each([
  ['imageMogr2/thumbnail/10x10>', 10, 5],
  ['imageMogr2/thumbnail/10x10', 10, 5],
  ['imageMogr2/thumbnail/100x10>', 20, 10],
  ['imageMogr2/thumbnail/400x400>', 40, 20],
  ['imageMogr2/thumbnail/80x80', 80, 40],
])('%s is %d by %d', async (process, width, height) => {
  const { status, body } = await made('wide.png', process);
  expect(status).toBe(200);
  const image = readPng(body);
  expect([image?.width, image?.height]).toEqual([width, height]);
  expect([image?.data.at(0), image?.data.at(-1)]).toEqual([0, 255]);
});

test.each([
  ['a.jpg', 'imageMogr2/thumbnail/10x10>', 501],
  ['a.png', 'imageMogr2/thumbnail/10x10>', 400],
  ['wide.png', 'imageMogr2/thumbnail/0x10>', 400],
  ['wide.png', 'imageMogr2/rotate/90', 501],
  ['missing.png', 'imageMogr2/thumbnail/10x10>', 404],
])('%s through %s: %d', async (key, process, status) => {
  expect((await made(key, process)).status).toBe(status);
});

test('a pixel is the mean of those it covers', () => {
  const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(0, 100, 200, 100) };
  expect([...scalePng(image, 0.5).data]).toEqual([100]);
});
