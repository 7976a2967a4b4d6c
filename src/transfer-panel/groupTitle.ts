import type { failureGroups } from '#text/en/failureGroups.ts';
import type { Text } from '#text/Text.ts';
import type { FailureGroup } from '#transfers/createFailureGroups.ts';

/** What a group of stopped transfers needs, with how many they are: "37 need a new sign-in". */
export function groupTitle(
  { failure, count }: Pick<FailureGroup, 'failure' | 'count'>,
  words: Readonly<typeof failureGroups>,
  text: Pick<Text, 'failure'>,
): string {
  const worded: Readonly<Record<string, (files: number) => string>> = {
    SignInRequired: words.groupNeedsSignIn,
    FileAlreadyExists: words.groupNameTaken,
    FileDiffers: words.groupFileDiffers,
  };
  const own = Object.hasOwn(worded, failure.code) ? worded[failure.code] : undefined;
  return own?.(count) ?? words.groupOther(count, text.failure(failure).title);
}
