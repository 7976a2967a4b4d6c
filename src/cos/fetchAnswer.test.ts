import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readLimitedText } from '#lib/readLimitedText.ts';
import type { CosRequest } from './CosRequest.ts';
import { fetchAnswer } from './fetchAnswer.ts';

const context = { operation: 'ListObjects', action: 'name/cos:GetBucket', host: 'h', bucket: 'b', region: 'r' };
const request: CosRequest = { ...context, purpose: 'browse', method: 'GET', placement: 'query' };

/** Answers never, unless the signal fires; as the browser does. */
const silence: typeof fetch = (_url, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
  });

/** Answers at once, with a chunk every `everyMs` until `count` came, and no end. */
function drip(everyMs: number, count: number): typeof fetch {
  return (_url, init) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        let sent = 0;
        const timer = setInterval(() => {
          sent += 1;
          if (sent <= count) controller.enqueue(new TextEncoder().encode(' '));
        }, everyMs);
        init?.signal?.addEventListener('abort', () => {
          clearInterval(timer);
          controller.error(init.signal?.reason);
        });
      },
    });
    return Promise.resolve(new Response(body));
  };
}

function start(send: typeof fetch, changes: Partial<CosRequest> = {}, sizeBytes?: number) {
  let outcome = 'waiting';
  fetchAnswer(
    {
      fetch: send,
      request: { ...request, ...changes },
      target: { url: 'https://h/', headers: {} },
      context,
      options: {},
      onHeaders: () => {},
      ...(sizeBytes === undefined ? {} : { body: { content: 'x', sizeBytes } }),
    },
    (response, alive) => readLimitedText(response.body, 1000, alive),
  ).then(
    () => (outcome = 'answered'),
    (error: { failure?: { code: string } }) => (outcome = error.failure?.code ?? 'error'),
  );
  return async (ms: number): Promise<string> => {
    await vi.advanceTimersByTimeAsync(ms);
    return outcome;
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('limits on time', () => {
  test('silence ends after 20 s', async () => {
    const after = start(silence);
    expect(await after(19_999)).toBe('waiting');
    expect(await after(1)).toBe('Timeout');
  });

  test('a drip ends after 30 s in all', async () => {
    const after = start(drip(5000, 100));
    expect(await after(29_999)).toBe('waiting');
    expect(await after(1)).toBe('Timeout');
  });

  test('spaces keep a long merge alive, and their end ends it', async () => {
    const after = start(drip(30_000, 4), { idleMs: 60_000, totalMs: 600_000 });
    expect(await after(179_999)).toBe('waiting');
    expect(await after(1)).toBe('Timeout');
  });

  test('a body is given the time a slow line needs', async () => {
    const after = start(silence, { method: 'POST' }, 160_000);
    expect(await after(29_999)).toBe('waiting');
    expect(await after(1)).toBe('Timeout');
  });
});
