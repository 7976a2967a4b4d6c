import { expect, test, vi } from 'vitest';
import type { Connection } from '#config/DeploymentConfig.ts';
import { createThumbnails } from './createThumbnails.ts';

const connection: Connection = {
  id: 'main',
  label: 'Main',
  bucket: 'media-1250000000',
  region: 'ap-guangzhou',
  prefix: '',
  hosts: [],
  access: 'credentials',
};

function object(name: string, etag = 'e1', storageClass = 'STANDARD') {
  const facts = { key: `p/${name}`, name, sizeBytes: 100, lastModified: new Date(0), etag, storageClass };
  return { type: 'object', addressable: true, ...facts } as const;
}

/** Thumbnails whose pictures the test makes: what is being read, by name, and how each read ends. */
function scripted() {
  const reading = new Map<string, { done: (picture?: Blob) => void; fail: (error: Error) => void }>();
  const asked: string[] = [];
  const draw = createThumbnails((_connection, { name }, signal) => {
    asked.push(name);
    return new Promise((done, fail) => {
      reading.set(name, { done, fail });
      signal.addEventListener('abort', () => fail(signal.reason as Error));
    });
  });
  return { draw, reading, asked };
}

test('three at a time; who has scrolled on is never asked for', async () => {
  vi.useFakeTimers();
  const { draw, reading, asked } = scripted();
  const away = new AbortController();
  const stays = new AbortController().signal;
  const passed = new AbortController();
  draw(connection, object('passed.png'), passed.signal).catch(() => {});
  await vi.advanceTimersByTimeAsync(50);
  passed.abort();
  const names = ['a.png', 'b.jpg', 'c.webp', 'd.gif', 'e.png'];
  const drawn = names.map((name) => draw(connection, object(name), name === 'd.gif' ? away.signal : stays));
  drawn[3]?.catch(() => {});
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toEqual(['a.png', 'b.jpg', 'c.webp']);
  away.abort();
  reading.get('b.jpg')?.fail(new Error('503'));
  await expect(drawn[1]).rejects.toThrow('503');
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual(['a.png', 'b.jpg', 'c.webp', 'e.png']);
  vi.useRealTimers();
});

test('a picture is fetched once for each version, a failure is tried again, and what is none is not asked for', async () => {
  vi.useFakeTimers();
  const { draw, reading, asked } = scripted();
  const { signal } = new AbortController();
  const picture = new Blob(['x']);
  const first = draw(connection, object('a.png'), signal);
  await vi.advanceTimersByTimeAsync(200);
  reading.get('a.png')?.done(picture);
  expect(await first).toBe(picture);
  expect(await draw(connection, object('a.png'), signal)).toBe(picture);
  void draw(connection, object('a.png', 'e2'), signal);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual(['a.png', 'a.png']);

  const failed = draw(connection, object('b.png'), signal);
  failed.catch(() => {});
  await vi.advanceTimersByTimeAsync(200);
  reading.get('b.png')?.fail(new Error('503'));
  await expect(failed).rejects.toThrow('503');
  void draw(connection, object('b.png'), signal);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual(['a.png', 'a.png', 'b.png', 'b.png']);

  const nothing = [
    draw(connection, object('notes.txt'), signal),
    draw(connection, object('drawing.SVG'), signal),
    draw(connection, object('old.png', 'e1', 'DEEP_ARCHIVE'), signal),
    draw({ ...connection, thumbnails: 'off' }, object('c.png'), signal),
  ];
  expect(await Promise.all(nothing)).toEqual([undefined, undefined, undefined, undefined]);
  expect(asked).toHaveLength(4);
  vi.useRealTimers();
});
