import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sendXhr } from './sendXhr.ts';

/** The little of XMLHttpRequest that `sendXhr` touches, driven by the test. */
class FakeXhr extends EventTarget {
  static last: FakeXhr;
  readonly upload = new EventTarget();
  readonly sentHeaders: Record<string, string> = {};
  status = 0;
  responseURL = '';
  responseText = '';
  allHeaders = '';
  sentBody: unknown;
  asked: readonly string[] = [];

  constructor() {
    super();
    FakeXhr.last = this;
  }
  open(...asked: string[]): void {
    this.asked = asked;
  }
  setRequestHeader(name: string, value: string): void {
    this.sentHeaders[name] = value;
  }
  getAllResponseHeaders(): string {
    return this.allHeaders;
  }
  send(body: unknown): void {
    this.sentBody = body;
  }
  abort(): void {
    this.end('abort');
  }
  end(type: 'load' | 'error' | 'abort'): void {
    this.dispatchEvent(new Event(type));
    this.dispatchEvent(new Event('loadend'));
  }
}

function progress(loaded: number): Event {
  return Object.assign(new Event('progress'), { loaded });
}

const request = {
  method: 'PUT',
  url: 'https://a.example/k',
  headers: { 'x-a': '1' },
  body: new Blob(['abc']),
} as const;

beforeEach(() => {
  vi.stubGlobal('XMLHttpRequest', FakeXhr);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('sendXhr', () => {
  test('sends the Blob itself, reports its bytes, and resolves with status, headers and text', async () => {
    const sent: number[] = [];
    const sending = sendXhr({ ...request, onSent: (bytes) => sent.push(bytes) });
    const xhr = FakeXhr.last;
    expect(xhr.asked).toEqual(['PUT', request.url]);
    expect(xhr.sentHeaders).toEqual({ 'x-a': '1' });
    expect(xhr.sentBody).toBe(request.body);
    xhr.upload.dispatchEvent(progress(2));
    xhr.upload.dispatchEvent(progress(3));
    Object.assign(xhr, {
      status: 200,
      responseURL: request.url,
      responseText: 'ok',
      allHeaders: 'etag: "e:1"\r\nx-cos-request-id: r\r\n',
    });
    xhr.end('load');
    const answer = await sending;
    expect(sent).toEqual([2, 3]);
    expect(answer).toMatchObject({ status: 200, body: 'ok' });
    expect([...answer.headers]).toEqual([
      ['etag', '"e:1"'],
      ['x-cos-request-id', 'r'],
    ]);
  });

  test('fails like fetch', async () => {
    const sending = sendXhr(request);
    FakeXhr.last.end('error');
    await expect(sending).rejects.toBeInstanceOf(TypeError);
  });

  test('an answer from another address is not an answer', async () => {
    const sending = sendXhr(request);
    Object.assign(FakeXhr.last, { status: 200, responseURL: 'https://evil.example/k' });
    FakeXhr.last.end('load');
    await expect(sending).rejects.toBeInstanceOf(TypeError);
  });

  test('a flood of an answer is cut', async () => {
    const sending = sendXhr(request);
    FakeXhr.last.dispatchEvent(progress(70_000));
    await expect(sending).rejects.toThrow('too long');
  });

  test('an abort rejects with its reason, before and during', async () => {
    const early = AbortSignal.abort();
    await expect(sendXhr({ ...request, signal: early })).rejects.toBe(early.reason);
    const abort = new AbortController();
    const sending = sendXhr({ ...request, signal: abort.signal });
    abort.abort();
    await expect(sending).rejects.toBe(abort.signal.reason);
  });
});
