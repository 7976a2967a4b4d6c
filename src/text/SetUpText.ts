import type { CheckName, Finding, RemedyKind } from '#lib/Finding.ts';
import type { FailureText } from './FailureWording.ts';
import type { SetUpMessages } from './en/setUp.ts';
import type { RemedyText } from './SetUpWording.ts';

/** The words of the set-up check, ready to use. Fetched with its screen. */
export interface SetUpText {
  readonly t: SetUpMessages;
  readonly checks: Readonly<Record<CheckName, string>>;
  readonly remedies: Readonly<Record<RemedyKind, RemedyText>>;
  finding(finding: Finding): FailureText;
}
