import type { CosClient, SendOptions } from '#cos/CosClient.ts';
import { CosError } from '#cos/CosError.ts';
import type { CosOperation } from '#cos/testing/FakeCosClient.ts';
import type { Failure } from '#lib/Failure.ts';
import { delay } from '../Timers.ts';
import type { Timers } from '../Timers.ts';

/** What befalls one request. */
export type RequestFault =
  /** Refused or lost; `acted`: the server had done its work before. `afterBytes` of the body had left. */
  | { readonly type: 'fail'; readonly failure: Failure; readonly acted?: boolean; readonly afterBytes?: number }
  /** Nothing comes, ever. `acted`: the server did its work and says nothing. */
  | { readonly type: 'hang'; readonly acted?: boolean }
  | { readonly type: 'slow'; readonly latencyMs: number }
  /** The server works for so long, and a space every ten seconds says so. */
  | { readonly type: 'spaces'; readonly forMs: number }
  | { readonly type: 'drip'; readonly bytesPerSecond: number }
  /** The bytes change on the way in. */
  | { readonly type: 'damage'; readonly how: (body: Blob) => Blob }
  /** The answer is not what the server said. */
  | { readonly type: 'alter'; readonly change: (answer: unknown) => unknown };

/** A request as somebody beside the line sees it. */
export interface SeenRequest {
  readonly operation: CosOperation;
  readonly key: string;
  readonly uploadId?: string;
  readonly partNumber?: number;
  readonly bodyBytes: number;
  readonly startedAt: number;
  fault?: RequestFault['type'];
}

export interface FaultyOptions {
  readonly inner: CosClient;
  readonly timers: Timers;
  /** Asked once per request; undefined lets it pass. */
  readonly strike: (request: SeenRequest) => RequestFault | undefined;
  readonly onRequest?: (request: SeenRequest) => void;
  /** The client gets what the server said. */
  readonly onAnswer?: (request: SeenRequest) => void;
  readonly latencyMs?: number;
  readonly bytesPerSecond?: number;
}

/** The real client gives up by itself in the end, also where nobody cuts it. */
const OWN_PATIENCE_MS = 600_000;
const SPACE_EVERY_MS = 10_000;

interface Input {
  readonly key?: string;
  readonly prefix?: string;
  readonly uploadId?: string;
  readonly partNumber?: number;
  readonly body?: Blob;
}

/**
 * Another client behind a line that takes time and goes wrong as it is told. A request acts when its body has arrived
 * and is answered one latency later; its signal ends it at any moment, and what the server did stays done.
 */
export function createFaultyCosClient(options: FaultyOptions): CosClient {
  const { inner, timers, strike, onRequest, onAnswer, latencyMs = 20, bytesPerSecond = 10_000_000 } = options;
  const never = new AbortController().signal;

  async function send(input: Input, rate: number, stopAt: number, call: SendOptions): Promise<void> {
    const { signal = never, onSent } = call;
    const total = Math.min(input.body?.size ?? 0, stopAt);
    const steps = Math.min(4, Math.ceil((total / rate) * 4)) || 1;
    for (let step = 1; step <= steps; step += 1) {
      await delay(timers, (total * 1000) / rate / steps, signal);
      if (total > 0) onSent?.(Math.floor((total * step) / steps));
    }
  }

  /** Creeps: a little every second, until somebody has enough. */
  async function drip(input: Input, rate: number, call: SendOptions): Promise<void> {
    const { signal = never, onSent } = call;
    const total = input.body?.size ?? 0;
    for (let sent = 0; sent < total; sent += rate) {
      await delay(timers, 1000, signal);
      onSent?.(Math.min(total, sent + rate));
    }
  }

  async function ask(operation: CosOperation, input: Input, call: SendOptions = {}): Promise<unknown> {
    const { signal = never } = call;
    const { uploadId, partNumber, body } = input;
    const request: SeenRequest = {
      operation,
      key: input.key ?? input.prefix ?? '',
      ...(uploadId === undefined ? {} : { uploadId }),
      ...(partNumber === undefined ? {} : { partNumber }),
      bodyBytes: body?.size ?? 0,
      startedAt: timers.now(),
    };
    signal.throwIfAborted();
    const fault = strike(request);
    if (fault) request.fault = fault.type;
    onRequest?.(request);
    call.onStart?.();
    // The signature of each method is its own; here they are all "input in, answer out".
    const act = (sent: Input): Promise<unknown> =>
      (Reflect.apply(inner[operation], inner, [sent]) as Promise<unknown>).catch((error: unknown) => ({
        refusal: error,
      }));
    if (fault?.type === 'drip') await drip(input, fault.bytesPerSecond, call);
    else {
      const stopAt =
        fault?.type === 'fail' && fault.acted !== true ? (fault.afterBytes ?? 0) : Number.POSITIVE_INFINITY;
      await send(input, bytesPerSecond, fault?.type === 'hang' && fault.acted !== true ? 0 : stopAt, call);
    }
    const isDone = !(fault?.type === 'fail' || fault?.type === 'hang') || fault.acted === true;
    const answer = isDone
      ? await act(fault?.type === 'damage' && body ? { ...input, body: fault.how(body) } : input)
      : undefined;
    if (fault?.type === 'hang') {
      await delay(timers, OWN_PATIENCE_MS, signal);
      throw new CosError({ kind: 'network', code: 'Timeout', message: 'no answer in time' });
    }
    const spaces = fault?.type === 'spaces' ? fault.forMs / SPACE_EVERY_MS : 0;
    for (let sent = 0; sent < spaces; sent += 1) {
      await delay(timers, SPACE_EVERY_MS, signal);
      call.onAlive?.();
    }
    await delay(timers, fault?.type === 'slow' ? fault.latencyMs : latencyMs, signal);
    if (fault?.type === 'fail') throw new CosError(fault.failure);
    if (isRefused(answer)) throw answer.refusal;
    onAnswer?.(request);
    return fault?.type === 'alter' ? fault.change(answer) : answer;
  }

  return new Proxy(inner, {
    get: (target, name: CosOperation | 'location' | 'connections') =>
      name === 'location' || name === 'connections'
        ? target[name]
        : (input: Input, call?: SendOptions) => ask(name, input, call),
  });
}

function isRefused(answer: unknown): answer is { readonly refusal: unknown } {
  return typeof answer === 'object' && answer !== null && 'refusal' in answer;
}
