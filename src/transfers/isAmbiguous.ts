import type { Failure } from '#lib/Failure.ts';

/** Whether COS may have acted although it did not say so. */
export function isAmbiguous({ kind, status, code }: Failure): boolean {
  return kind === 'network' || (status !== undefined && status >= 500 && code !== 'SlowDown');
}
