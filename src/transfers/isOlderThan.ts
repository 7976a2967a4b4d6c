import type { UnfinishedUpload } from './UnfinishedUpload.ts';

const DAY_MS = 24 * 3600 * 1000;

/** False where it is not known when the upload began: what may be young is not discarded with the old. */
export function isOlderThan({ startedAt }: Pick<UnfinishedUpload, 'startedAt'>, days: number, nowMs: number): boolean {
  return startedAt !== undefined && nowMs - startedAt.getTime() > days * DAY_MS;
}
