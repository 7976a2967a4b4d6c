import type { Prefix } from '#cos/objectKey.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';
import type { UploadOptions } from '#transfers/UploadOptions.ts';
import type { UploadPlan } from '#upload-dialogs/UploadPlan.ts';
import { createFolderMaker } from './createFolderMaker.ts';
import type { UploadOutcome } from './createUploadFlow.ts';
import type { CollectedFile } from './createUploadPlanner.ts';
import { requestFor } from './requestFor.ts';

/** Resolves when the files are queued and the folders made. */
export type PlanSender = (
  where: { readonly connectionId: string; readonly prefix: Prefix },
  plan: UploadPlan<CollectedFile>,
) => Promise<UploadOutcome>;

/**
 * Sends what a plan found new or changed, and makes its empty folders. What is new still never overwrites: it may have
 * appeared meanwhile. What was not readable or left out was said with the plan, so it is not in the outcome.
 */
export function createPlanSender(parts: {
  readonly engine: Pick<TransferEngine, 'addUploads'>;
  readonly options: () => UploadOptions | undefined;
  readonly keepsNames?: () => boolean;
  readonly createFolder: (connectionId: string, prefix: Prefix) => Promise<void>;
}): PlanSender {
  return async (where, plan) => {
    const options = parts.options();
    const target = { ...where, keepsNames: parts.keepsNames?.() ?? false };
    const requests = plan.changes.flatMap(({ kind, source }) => {
      if (source === undefined || (kind !== 'new' && kind !== 'changed')) return [];
      return [requestFor(target, source, kind === 'new' ? 'ask' : 'replace', options)];
    });
    parts.engine.addUploads(requests);
    const folders = createFolderMaker(parts.createFolder, target);
    for (const folder of plan.newFolders) folders.make(folder);
    return { added: requests.length, ...(await folders.end()), unreadable: [], junk: 0 };
  };
}
