import { beforeAll, expect, test } from 'vitest';
import { loadText } from '#text/loadText.ts';
import { loadLateText } from '#text/loadLateText.ts';
import type { LateText } from '#text/LateText.ts';
import type { UnfinishedUpload } from '#transfers/UnfinishedUpload.ts';
import { unfinishedFacts } from './unfinishedFacts.ts';

let text: LateText;
beforeAll(async () => {
  const first = await loadText('en');
  text = { ...first, t: { ...first.t, ...(await loadLateText('en')) } };
});

const NOW = Date.UTC(2026, 0, 8);
const listed: UnfinishedUpload = {
  uploadId: 'u',
  connectionId: 'media',
  key: 'a/b.bin',
  name: 'b.bin',
  source: 'bucket',
  hasHandle: false,
  isLeaving: false,
};

test.each<[string, Partial<UnfinishedUpload>, string]>([
  [
    'ours',
    { source: 'journal', sizeBytes: 40e6, sentBytes: 24e6, startedAt: new Date(NOW - 2 * 3600_000) },
    'Paused, the page was closed before it was finished · 24 MB of 40 MB · started 2 hours ago',
  ],
  ['not measured', {}, 'Not begun in this browser'],
  ['measured', { sentBytes: 24e6 }, 'Not begun in this browser · 24 MB sent'],
  ['a clock behind', { startedAt: new Date(NOW + 60_000) }, 'Not begun in this browser · started 1 second ago'],
  ['leaving', { isLeaving: true }, 'Being removed'],
])('%s', (_, upload, expected) => {
  const { status, facts } = unfinishedFacts({ ...listed, ...upload }, NOW, text);
  expect([status, ...facts].join(' · ')).toBe(expected);
});
