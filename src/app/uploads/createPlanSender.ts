import type { Prefix } from '#cos/objectKey.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';
import type { UploadOptions } from '#transfers/UploadOptions.ts';
import type { UploadPlan } from '#upload-dialogs/UploadPlan.ts';
import type { CollectedFile } from './createUploadPlanner.ts';
import { requestFor } from './requestFor.ts';

/** Answers how many files go up. */
export type PlanSender = (
  where: { readonly connectionId: string; readonly prefix: Prefix },
  plan: UploadPlan<CollectedFile>,
) => number;

/** Sends what a plan found new or changed. What is new still never overwrites: it may have appeared meanwhile. */
export function createPlanSender(parts: {
  readonly engine: Pick<TransferEngine, 'addUploads'>;
  readonly options: () => UploadOptions | undefined;
}): PlanSender {
  return (where, plan) => {
    const options = parts.options();
    const requests = plan.changes.flatMap(({ kind, source }) => {
      if (source === undefined || (kind !== 'new' && kind !== 'changed')) return [];
      return [requestFor(where, source, kind === 'new' ? 'ask' : 'replace', options)];
    });
    parts.engine.addUploads(requests);
    return requests.length;
  };
}
