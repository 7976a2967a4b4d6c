import type { Failure, FailureCode } from '#lib/Failure.ts';
import type { CosErrorCode } from './cosErrorCodes.ts';

/** What a person reads: what happened, and what to do next. Plain text, never markup. */
export interface FailureText {
  readonly title: string;
  readonly advice: string;
}

/** One code, several causes: COS answers `AccessDenied` for four different mistakes and tells them apart by message. */
export type RefinedCode = 'RequestExpired' | 'RefererRefused' | 'SignatureEmpty';

/** For a code nobody documented; worded by who is at fault. */
export type FallbackCode = 'OtherService' | 'OtherNetwork' | 'OtherCredentials' | 'OtherIntegrity' | 'OtherLocal';

export type OwnWordingCode = FailureCode | FallbackCode;
export type CosWordingCode = CosErrorCode | RefinedCode;

export type Wording<Code extends string> = Readonly<Record<Code, (failure: Failure) => FailureText>>;

/** A wording that needs no facts. */
export function say(title: string, advice: string): () => FailureText {
  return () => ({ title, advice });
}
