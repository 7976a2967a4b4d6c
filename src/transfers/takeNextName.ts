import { FailureError } from '#lib/FailureError.ts';
import { abandon } from './abandon.ts';
import { checkKey } from './checkKey.ts';
import { numberedKey } from '#cos/numberedKey.ts';
import type { UploadJob } from './UploadJob.ts';

/** Moves an upload to the next numbered name; what was sent under the old one is removed. */
export function takeNextName(job: UploadJob): void {
  void abandon(job);
  delete job.hasLeft;
  const key = numberedKey(job.key);
  const refusal = checkKey(key);
  if (refusal) throw new FailureError(refusal);
  job.key = key;
  job.renamed(key);
}
