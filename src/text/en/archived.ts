import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** Objects in the archive, and making them readable. */
export const archived = {
  restoreTitle: (name: string) => `Restore ${name}`,
  restoreManyTitle: (items: number) => count(items, { one: 'Restore # item', other: 'Restore # items' }),
  restoreAdvice:
    'COS makes a readable copy for as long as you say; the archived object stays as it is. Both the copy and the hurry are billed.',
  restoreManyAdvice: 'Folders count with everything below them. What is not archived is left alone.',
  restoreDays: 'Keep it readable for, in days',
  restoreDaysWrong: 'A whole number from 1 to 365.',
  restoreTier: 'How soon',
  tierExpedited: 'Expedited: minutes',
  tierExpeditedHint: '1 to 5 minutes; not for deep archive. Costs the most.',
  tierStandard: 'Standard: hours',
  tierStandardHint: '3 to 5 hours, deep archive 12 to 24.',
  tierBulk: 'Bulk: when there is time',
  tierBulkHint: '5 to 12 hours, deep archive 24 to 48. Costs the least.',
  archivedNow: 'Archived: it must be restored before it can be read.',
  restoringNow: 'It is being restored. That takes minutes to hours; this page looks again by itself.',
  restoredUntil: (time: string) => `Restored: it can be read until ${time}.`,
  restoredForNow: 'Restored: it can be read for a while.',
};
