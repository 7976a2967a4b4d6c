import type { ConflictAnswer } from '#upload-dialogs/Conflict.ts';

/** What a person wants of this app on this device, and in every bucket. What is absent is the usual. */
export interface Preferences {
  /** Lower rows, more of them. */
  readonly isCompact?: true;
  /** Of uploads that begin from now on. Absent: cut by what the line carries. */
  readonly partMiB?: number;
  /** Requests with a body under way at once. Absent: as many as help. */
  readonly lanes?: number;
  /** What becomes of a file whose name is taken. Absent: the person is asked. */
  readonly onTaken?: ConflictAnswer;
  /** Folder below each connection's prefix, ending with `/`. Absent: the deployment's. */
  readonly trash?: string;
  /** Names go up as the system wrote them, not in Unicode NFC. */
  readonly keepsNames?: true;
}

export const PART_CHOICES: readonly number[] = [1, 2, 4, 8, 16, 32, 64, 128, 256];
export const LANE_CHOICES: readonly number[] = [1, 2, 3, 4, 6, 8];
export const TAKEN_CHOICES: readonly ConflictAnswer[] = ['replace', 'keep-both', 'skip'];
