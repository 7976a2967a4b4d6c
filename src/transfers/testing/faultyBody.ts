import type { GetObjectOutput } from '#cos/CosCalls.ts';
import { CosError } from '#cos/CosError.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import type { Failure } from '#lib/Failure.ts';
import { delay } from '../Timers.ts';
import type { Timers } from '../Timers.ts';

export const lost: Failure = { kind: 'network', code: 'ConnectionLost', message: 'reset' };
/** What befalls a request, or the body of its answer. */
export const DOWNLOAD_FAULTS = {
  reset: lost,
  'slow down': serviceFailure('SlowDown'),
  'internal error': serviceFailure('InternalError'),
  expired: serviceFailure('ExpiredToken'),
  denied: serviceFailure('AccessDenied'),
  hang: undefined,
  cut: undefined,
  short: undefined,
  stall: undefined,
  damage: undefined,
  'no ranges': undefined,
} satisfies Record<string, Failure | undefined>;
export type DownloadFault = keyof typeof DOWNLOAD_FAULTS;

const never = new AbortController().signal;

/** The bytes in two halves, 5 ms each, unless something befalls them in between. A damaged body has one wrong byte. */
export function faultyBody(
  bytes: Uint8Array<ArrayBuffer>,
  timers: Timers,
  fault: DownloadFault | undefined,
): GetObjectOutput['body'] {
  const middle = bytes.length >> 1;
  if (fault === 'damage' && bytes.length > 0) bytes[middle] = 255 - (bytes[middle] ?? 0);
  let half = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      if (half > 0 && fault === 'stall') return new Promise<void>(() => undefined);
      await delay(timers, 5, never);
      if (half > 0 && fault === 'cut') return controller.error(new CosError(lost));
      const chunk = half === 0 ? bytes.subarray(0, middle) : bytes.subarray(middle);
      half += 1;
      // An empty chunk is passed on too, or nobody would pull again.
      controller.enqueue(chunk);
      if (half === 2 || fault === 'short') controller.close();
      return undefined;
    },
  });
}
