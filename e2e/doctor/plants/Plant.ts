import type { Remedy } from '#diagnosis/remediesFor.ts';
import type { CheckName, FindingCode, FindingFacts } from '#lib/Finding.ts';
import type { PlantedSetUp } from '../startSetUp.ts';

/** How a finding is expected to be called. */
export interface Named {
  readonly check: CheckName;
  readonly code: FindingCode;
  readonly facts?: FindingFacts;
  /** Code of the failure. */
  readonly failure?: string;
}

/** One thing that is wrong with a deployment. */
export interface Plant {
  readonly what: string;
  readonly plant: (d: PlantedSetUp) => void | Promise<void>;
  /** What a page calls it. */
  readonly page: Named;
  /** What the command line calls it, where it sees more. */
  readonly commandLine?: Named;
  /** Does what the remedy says, with its text; absent where there is nothing to paste. */
  readonly mend?: (d: PlantedSetUp, paste: (kind: Remedy['kind']) => string) => void | Promise<void>;
}

export const cors = (code: FindingCode, facts?: FindingFacts): Named => ({
  check: 'cors',
  code,
  ...(facts ? { facts } : {}),
});

export const without = (list: readonly string[], ...names: readonly string[]): string[] =>
  list.filter((item) => !names.includes(item));
