import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** Who may read objects, and what it means to let everybody. */
export const access = {
  accessAction: 'Who may read it…',
  accessChange: 'Change who may read it',
  accessTitle: (name: string) => `Who may read ${name}`,
  accessManyTitle: (items: number) => count(items, { one: 'Who may read # item', other: 'Who may read # items' }),
  accessNow: 'Now:',
  accessManyAdvice:
    'Folders count with everything that is below them now. What is uploaded later starts as the bucket.',
  accessReplaces: 'An access list of their own, if objects have one, is replaced.',
  accessEverybody: 'Everybody on the internet',
  accessEverybodyHint: 'public-read: the plain address opens it, without a key and without an end.',
  accessAsBucket: 'As the bucket says',
  accessAsBucketHint: 'default: it has no list of its own, and follows the bucket when that changes.',
  accessNobody: 'Only who has a right to it',
  accessNobodyHint: 'private: needs a key or a link, even where the bucket itself is public.',
  accessOfBucket: 'When the bucket itself is public-read',
  accessOfBucketAdvice:
    'A bucket can be public-read as a whole. Then everybody reads, and usually lists, all that says nothing else, also what is uploaded tomorrow. Beeline does not change that: the owner does, in the COS console under Permission Management.',
  accessSet: 'Set',
  accessRiskTitle: (name: string) => `Let everybody read ${name}?`,
  accessRiskManyTitle: (items: number) =>
    count(items, { one: 'Let everybody read # item?', other: 'Let everybody read # items?' }),
  accessRisks: [
    'Anybody who has or guesses the address reads it: no key, no sign-in, no end. It can be copied, indexed by search engines and linked from other sites.',
    'The owner of the bucket pays for every download, however many there are.',
    'Taking it back stops new readers only. What was read stays read, and caches may keep it.',
  ],
  accessRiskDo: 'Make public',
  plainUrl: 'Plain address',
  copyPlainUrl: 'Copy plain address',
  plainUrlAdvice: 'Opens for everybody. Buckets made since 2024 send it as a download on their default domains.',
};
