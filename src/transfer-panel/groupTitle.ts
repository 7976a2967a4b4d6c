import type { Text } from '#text/Text.ts';
import type { FailureGroup } from '#transfers/createFailureGroups.ts';

/** What a group of stopped transfers needs, with how many they are: "37 need a new sign-in". */
export function groupTitle({ failure, count }: Pick<FailureGroup, 'failure' | 'count'>, text: Text): string {
  const { t } = text;
  const worded: Readonly<Record<string, (files: number) => string>> = {
    SignInRequired: t.groupNeedsSignIn,
    FileAlreadyExists: t.groupNameTaken,
    FileDiffers: t.groupFileDiffers,
  };
  const own = Object.hasOwn(worded, failure.code) ? worded[failure.code] : undefined;
  return own?.(count) ?? t.groupOther(count, text.failure(failure).title);
}
