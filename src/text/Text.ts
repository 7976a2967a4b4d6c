import type { Failure } from '#lib/Failure.ts';
import type { Formats } from './createFormats.ts';
import type { FailureText } from './FailureWording.ts';
import type { Messages } from './Messages.ts';
import type { Language } from './pickLanguage.ts';

/** One language, ready to use: its sentences, its failures, its numbers and dates. */
export interface Text {
  readonly language: Language;
  readonly t: Messages;
  readonly formats: Formats;
  failure(failure: Failure): FailureText;
}
