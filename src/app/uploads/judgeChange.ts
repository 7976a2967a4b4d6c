import type { Comparison } from '#listing/compareContents.ts';
import type { ChangeKind, PlannedChange } from '#upload-dialogs/UploadPlan.ts';

interface Side {
  readonly sizeBytes: number;
  readonly lastModified: Date;
}

/**
 * Whether a file differs from its object of the same name. Contents decide; where they cannot be compared, a file that
 * was not changed since the object was written counts as the same, and the plan says that only size and time were
 * looked at.
 */
export function judgeChange(
  file: Side,
  object: Side,
  { sameness }: Comparison,
): { readonly kind: ChangeKind; readonly judgedBy: NonNullable<PlannedChange<never>['judgedBy']> } {
  if (file.sizeBytes !== object.sizeBytes) return { kind: 'changed', judgedBy: 'size' };
  if (sameness !== 'unknown') return { kind: sameness === 'identical' ? 'same' : 'changed', judgedBy: 'checksum' };
  return { kind: file.lastModified <= object.lastModified ? 'same' : 'changed', judgedBy: 'time' };
}
