import { expect, test } from 'vitest';
import { guardedBody } from './guardedBody.ts';

const CONTENT = Uint8Array.from({ length: 1000 }, (_, at) => at % 251);

function source(type: 'bytes' | undefined, failsAt = Infinity): ReadableStream<Uint8Array> {
  let at = 0;
  const pull = (controller: ReadableStreamDefaultController<Uint8Array> | ReadableByteStreamController): void => {
    if (at >= failsAt) {
      controller.error(new Error('reset'));
    } else if (at < CONTENT.length) {
      controller.enqueue(CONTENT.slice(at, at + 300));
      at += 300;
    } else {
      controller.close();
      // A reader that waits with its buffer is told by an empty answer.
      if ('byobRequest' in controller) controller.byobRequest?.respond(0);
    }
  };
  return type === 'bytes' ? new ReadableStream({ type, pull }) : new ReadableStream({ pull });
}

function guarded(body: ReadableStream<Uint8Array> | null) {
  const told: string[] = [];
  const stream = guardedBody(body, {
    onChunk: () => told.push('chunk'),
    onEnd: () => told.push('end'),
    explain: async (error) => new Error(`explained: ${(error as Error).message}`),
  });
  return { told, stream };
}

/** Reads with one small buffer, given back again and again. */
async function readWithBuffer(stream: ReadableStream<Uint8Array>): Promise<number[]> {
  const reader = stream.getReader({ mode: 'byob' });
  const bytes: number[] = [];
  let buffer = new ArrayBuffer(128);
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (done || !value) return bytes;
    bytes.push(...value);
    buffer = value.buffer;
  }
}

async function readChunks(stream: ReadableStream<Uint8Array>): Promise<number[]> {
  return [...new Uint8Array(await new Response(stream).arrayBuffer())];
}

test.each(['bytes', undefined] as const)('a body of type %s reads the same with and without a buffer', async (type) => {
  for (const read of [readWithBuffer, readChunks]) {
    const { told, stream } = guarded(source(type));
    expect(await read(stream)).toEqual([...CONTENT]);
    expect([told[0], told.at(-1), told.filter((what) => what === 'end').length]).toEqual(['chunk', 'end', 1]);
  }
});

test.each(['bytes', undefined] as const)('a body of type %s that breaks is explained', async (type) => {
  const { told, stream } = guarded(source(type, 600));
  await expect(readWithBuffer(stream)).rejects.toThrow('explained: reset');
  expect(told.at(-1)).toBe('end');
});

test('no body is an empty one, and a cancelled one has ended', async () => {
  const empty = guarded(null);
  expect(await readChunks(empty.stream)).toEqual([]);
  expect(empty.told).toEqual(['end']);
  const left = guarded(source('bytes'));
  await left.stream.cancel();
  expect(left.told).toEqual(['end']);
});
