import type { CosClient } from '#cos/CosClient.ts';
import { createCrc64Worker } from '#lib/createCrc64Worker.ts';
import { createNameLookup } from '#listing/createNameLookup.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';
import type { UploadOptions } from '#transfers/UploadOptions.ts';
import { later } from '../later.ts';
import type { ConflictQuestions } from '../uploads/createConflictQuestions.ts';
import { createContentComparer } from '../uploads/createContentComparer.ts';
import { createPlanSender, type PlanSender } from '../uploads/createPlanSender.ts';
import { createUploadFlow, type UploadFlow } from '../uploads/createUploadFlow.ts';
import { createUploadPlanner, type UploadPlanner } from '../uploads/createUploadPlanner.ts';

/** From chosen files to transfers: at once, or after a look at what has changed. */
export function takeUploads(parts: {
  cosFor: (connectionId: string) => CosClient;
  engine: TransferEngine;
  questions: ConflictQuestions;
  /** False when the keys are known to lack the right to HEAD. */
  mayRead: (connectionId: string) => boolean;
  keepsVersions: (connectionId: string) => Promise<boolean | undefined>;
  options: () => UploadOptions | undefined;
  keepsNames: () => boolean;
  createFolder: (connectionId: string, prefix: string) => Promise<void>;
}): { readonly uploadInto: UploadFlow; readonly planUpload: UploadPlanner; readonly sendPlan: PlanSender } {
  const { cosFor, mayRead, ...rest } = parts;
  const compare = createContentComparer({ cosFor, crc64: createCrc64Worker(), mayRead });
  return {
    planUpload: createUploadPlanner({ cosFor, compare, keepsNames: rest.keepsNames }),
    sendPlan: createPlanSender(rest),
    uploadInto: createUploadFlow({
      ...rest,
      compare,
      lookUp: (connectionId, within) => createNameLookup(cosFor(connectionId), within),
      setTimeout: later,
    }),
  };
}
