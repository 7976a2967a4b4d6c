import { expect, test } from 'vitest';
import type { JournalEntry } from '../emulator/EmulatorOptions.ts';
import { describeLanes } from './describeLanes.ts';

function request(host: string, operation: string, at: number, endedAt: number): JournalEntry {
  const rest = { method: 'PUT', key: 'k', query: {}, status: 200, requestBytes: 0, responseBytes: 0 };
  return { ...rest, host, operation, at, endedAt };
}

test('requests of a host are laid into as few lanes as hold them', () => {
  const entries = [
    request('a', 'UploadPart', 1000, 1400),
    request('a', 'UploadPart', 1100, 2000),
    request('a', 'UploadPart', 1500, 2000),
    request('b', 'OptionsObject', 1200, 1300),
  ];
  expect(describeLanes(entries)).toEqual([
    '1000 ms from first to last: 3 UploadPart (mean 600 ms, longest 900), 1 OptionsObject (mean 100 ms, longest 100)',
    'host 1: busy 90 90 %; the last lane began at 100 ms, the first was through at 1000 ms',
    'host 2: busy 10 %; the last lane began at 200 ms, the first was through at 300 ms',
  ]);
  expect(describeLanes([])).toEqual(['the server saw no request']);
});
