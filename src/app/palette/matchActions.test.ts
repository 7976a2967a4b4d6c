import { expect, test } from 'vitest';
import type { MenuGroup } from '#ui/ActionMenu.tsx';
import { matchActions } from './matchActions.ts';

const action = (label: string, disabledReason?: string) => ({
  id: label,
  label,
  onAction: () => undefined,
  ...(disabledReason === undefined ? {} : { disabledReason }),
});
const groups: readonly MenuGroup[] = [
  { title: 'rows', actions: [action('Download', 'not allowed'), action('Download as ZIP'), action('Share link')] },
  { title: 'places', actions: [action('Photos / 2026'), action('照片 / Größe'), action('old downloads')] },
];
const found = (typed: string) => matchActions(groups, typed).map(({ actions }) => actions.map(({ label }) => label));

test.each([
  [
    '',
    [
      ['Download', 'Download as ZIP', 'Share link'],
      ['Photos / 2026', '照片 / Größe', 'old downloads'],
    ],
  ],
  ['down', [['Download as ZIP', 'Download'], ['old downloads']]],
  ['zip DOWN', [['Download as ZIP']]],
  ['grö', [['照片 / Größe']]],
  ['照片', [['照片 / Größe']]],
  ['２０２６', [['Photos / 2026']]],
  ['nowhere', []],
])('%j finds %j', (typed, expected) => {
  expect(found(typed)).toEqual(expected);
});

test('a long group is cut, the best ones are kept', () => {
  const many = [{ actions: [...Array.from({ length: 100 }, (_, n) => action(`file ${n}.txt`)), action('txt')] }];
  const [group] = matchActions(many, 'txt');
  expect(group?.actions).toHaveLength(30);
  expect(group?.actions[0]?.label).toBe('txt');
});
