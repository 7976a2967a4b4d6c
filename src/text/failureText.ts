import type { Failure, FailureKind } from '#lib/Failure.ts';
import type {
  CosWordingCode,
  FailureText,
  FallbackCode,
  OwnWordingCode,
  RefinedCode,
  Wording,
} from './FailureWording.ts';

export type FailureWordings = Wording<OwnWordingCode> & Wording<CosWordingCode>;

/**
 * Words a failure in the language of `wordings`. Pure. The code decides; where COS uses one code for several causes
 * its message decides (the 403 guide, COS documentation 40105).
 */
export function failureText(failure: Failure, wordings: FailureWordings): FailureText {
  const code = refine(failure) ?? (isWorded(failure.code, wordings) ? failure.code : FALLBACKS[failure.kind]);
  return wordings[code](failure);
}

function isWorded(code: string, wordings: FailureWordings): code is keyof FailureWordings {
  return Object.hasOwn(wordings, code);
}

function refine(failure: Failure): RefinedCode | undefined {
  if (failure.code !== 'AccessDenied') return undefined;
  if (/expired/i.test(failure.message)) return 'RequestExpired';
  if (/referer/i.test(failure.message)) return 'RefererRefused';
  if (/signature empty/i.test(failure.message)) return 'SignatureEmpty';
  return undefined;
}

const FALLBACKS: Readonly<Record<FailureKind, FallbackCode>> = {
  service: 'OtherService',
  network: 'OtherNetwork',
  cors: 'OtherNetwork',
  credentials: 'OtherCredentials',
  integrity: 'OtherIntegrity',
  local: 'OtherLocal',
};
