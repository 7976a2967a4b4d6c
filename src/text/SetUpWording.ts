import type { Finding, FindingCode } from '#lib/Finding.ts';
import type { Formats } from './createFormats.ts';
import type { FailureText } from './FailureWording.ts';

/** How one language words what was found; `EndpointFails` and `BucketRefuses` carry a failure that is worded elsewhere. */
export type FindingWording = Readonly<
  Record<Exclude<FindingCode, 'EndpointFails' | 'BucketRefuses'>, (finding: Finding, formats: Formats) => FailureText>
>;

export interface RemedyText {
  readonly title: string;
  /** Where it goes. */
  readonly how: string;
}
