import type { CheckName, Finding, FindingCode, RemedyKind } from '#lib/Finding.ts';
import type { Formats } from './createFormats.ts';
import type { FailureText } from './FailureWording.ts';
import type { SetUpMessages } from './en/setUp.ts';

/** How one language words what was found; `EndpointFails` and `BucketRefuses` carry a failure that is worded elsewhere. */
export type FindingWording = Readonly<
  Record<Exclude<FindingCode, 'EndpointFails' | 'BucketRefuses'>, (finding: Finding, formats: Formats) => FailureText>
>;

export interface RemedyText {
  readonly title: string;
  /** Where it goes. */
  readonly how: string;
}

/** The words of the set-up check, ready to use. Fetched with its screen. */
export interface SetUpText {
  readonly t: SetUpMessages;
  readonly checks: Readonly<Record<CheckName, string>>;
  readonly remedies: Readonly<Record<RemedyKind, RemedyText>>;
  finding(finding: Finding): FailureText;
}
